/// `supie tasks`: asks a running server for the tasks of a group, and changes them (WF-9).
@NullMarked
package dev.supie.bootstrap.tasks;

import org.jspecify.annotations.NullMarked;
