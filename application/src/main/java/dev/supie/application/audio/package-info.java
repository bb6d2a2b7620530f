/// Text of recordings and sound of texts for other programs, by the same recognizers and
/// synthesizers that badges are heard and spoken to with.
@NullMarked
package dev.supie.application.audio;

import org.jspecify.annotations.NullMarked;
