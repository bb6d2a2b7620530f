/// What badges are heard to say: from packets, through detectors and recognizers, to text.
@NullMarked
package dev.supie.application.speech;

import org.jspecify.annotations.NullMarked;
