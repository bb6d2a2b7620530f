/// Who may depend on whom, as allow-lists over the compiled classes of every module.
///
/// Each rule is applied twice: to the product, where it must hold, and to a package of planted
/// classes, where it must fail; a rule that cannot fail guards nothing.
@NullMarked
package dev.supie.architecture;

import org.jspecify.annotations.NullMarked;
