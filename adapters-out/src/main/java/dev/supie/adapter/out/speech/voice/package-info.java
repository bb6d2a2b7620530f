/// Speech out: text made into sound by a program beside ours, in plain Java, or by a service, and
/// sound made into packets of Opus.
@NullMarked
package dev.supie.adapter.out.speech.voice;

import org.jspecify.annotations.NullMarked;
