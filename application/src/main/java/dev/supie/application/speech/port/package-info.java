/// What hearing needs from outside: decoders of packets, detectors of voice, recognizers of speech.
@NullMarked
package dev.supie.application.speech.port;

import org.jspecify.annotations.NullMarked;
