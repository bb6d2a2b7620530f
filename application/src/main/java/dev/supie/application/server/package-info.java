/// What the server tells about itself to those who want to know, and what it is told to do.
@NullMarked
package dev.supie.application.server;

import org.jspecify.annotations.NullMarked;
