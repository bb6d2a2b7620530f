/// How the notice of a meeting gets to another system: tried, tried once more, settled (HOOK-1).
@NullMarked
package dev.supie.domain.webhook;

import org.jspecify.annotations.NullMarked;
