/// Speaking to badges: answers, sentence by sentence, as text and as paced packets of sound
/// (CHAT-1, LIS-7, T22, T25, T26). Everything of `tts` and of binary messages to badges is here.
@NullMarked
package dev.supie.application.speaking;

import org.jspecify.annotations.NullMarked;
