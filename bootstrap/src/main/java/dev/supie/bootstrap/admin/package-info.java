/// `supie admin`: looks after a running server (REST-1).
@NullMarked
package dev.supie.bootstrap.admin;

import org.jspecify.annotations.NullMarked;
