package dev.supie.planted.commandlineconfined.adapter.in.http;

import picocli.CommandLine;

/// The technology, away from home.
interface Violating {

    CommandLine use();
}
