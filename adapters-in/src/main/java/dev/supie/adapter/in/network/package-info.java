/// Whom a request comes from, seen through the proxies in between.
@NullMarked
package dev.supie.adapter.in.network;

import org.jspecify.annotations.NullMarked;
