/// The rules of features, from the configuration: for the server, and for commands that explain
/// them.
@NullMarked
package dev.supie.bootstrap.rules;

import org.jspecify.annotations.NullMarked;
