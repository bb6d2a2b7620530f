/// What every adapter of a port must do: abstract tests that the fakes and the real adapters run.
@NullMarked
package dev.supie.application.contract;

import org.jspecify.annotations.NullMarked;
