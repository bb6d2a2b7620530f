/// The configuration: one YAML file, environment variables and command line settings become one
/// checked, immutable [SupieConfig], or a list of everything that is wrong (CFG-1, CFG-2).
@NullMarked
package dev.supie.bootstrap.config;

import org.jspecify.annotations.NullMarked;
