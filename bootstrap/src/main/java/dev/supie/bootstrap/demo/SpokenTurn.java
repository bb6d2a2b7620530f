package dev.supie.bootstrap.demo;

import java.util.List;

/// What somebody says before somebody else does.
///
/// @param packets as a badge sends them (T15): Opus, 16 kHz, 60 ms
/// @param text what is really said in them
record SpokenTurn(String speaker, List<byte[]> packets, String text) {

    SpokenTurn {
        packets = List.copyOf(packets);
    }
}
