package dev.supie.adapter.out.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Finds the addresses of a host; may block for long.
@FunctionalInterface
interface Names {

    InetAddress[] find(String host) throws UnknownHostException;
}
