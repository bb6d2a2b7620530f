/// Telling another system of meetings that are over (HOOK-1).
@NullMarked
package dev.supie.application.webhook;

import org.jspecify.annotations.NullMarked;
