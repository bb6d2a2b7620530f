/// The server's side of TLS: a certificate from PEM files, replaced while the server runs.
@NullMarked
package dev.supie.adapter.in.tls;

import org.jspecify.annotations.NullMarked;
