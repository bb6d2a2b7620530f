/// `supie meetings`: asks a running server for what it has recorded (REST-1).
@NullMarked
package dev.supie.bootstrap.meetings;

import org.jspecify.annotations.NullMarked;
