/// What is shown of how long each thing took.
@NullMarked
package dev.supie.application.tracing.port;

import org.jspecify.annotations.NullMarked;
