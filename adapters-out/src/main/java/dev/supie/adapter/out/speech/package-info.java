/// Speech on this machine: packets to sound, voice told from noise, sound to text.
@NullMarked
package dev.supie.adapter.out.speech;

import org.jspecify.annotations.NullMarked;
