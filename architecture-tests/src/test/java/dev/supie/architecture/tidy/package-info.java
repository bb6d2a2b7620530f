/// What the compiled classes cannot show, read from the sources: size, words, documentation,
/// habits.
///
/// Each check is applied twice, as the architecture's rules are: to the source tree, where it must
/// find nothing, and to a planted snippet, where it must find what was planted.
@NullMarked
package dev.supie.architecture.tidy;

import org.jspecify.annotations.NullMarked;
