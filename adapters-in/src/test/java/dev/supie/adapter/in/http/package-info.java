/// Plain HTTP over real sockets on loopback, and its pure parts without any.
@NullMarked
package dev.supie.adapter.in.http;

import org.jspecify.annotations.NullMarked;
