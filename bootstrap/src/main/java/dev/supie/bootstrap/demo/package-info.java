/// `supie demo`: a badge's meeting over a real socket, against a server in the same process.
@NullMarked
package dev.supie.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
