package dev.supie.bootstrap.demo;

import dev.supie.adapter.out.speech.OggPackets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The recorded people of the spoken demo, turn by turn; `demo/spoken-meeting.txt` describes its
/// own format.
record SpokenScript(List<SpokenTurn> turns) {

    private static final String FOLDER = "/demo/";
    private static final Pattern TURN = Pattern.compile("([a-z0-9-]+) \\| ([^|#]+) \\| (.+)");

    SpokenScript {
        turns = List.copyOf(turns);
    }

    /// Everybody who speaks, in the order in which they begin.
    List<String> speakers() {
        return turns.stream().map(SpokenTurn::speaker).distinct().toList();
    }

    static SpokenScript load() throws IOException {
        String text = new String(resource("spoken-meeting.txt"), StandardCharsets.UTF_8);
        List<SpokenTurn> turns = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher turn = TURN.matcher(line);
            if (turn.matches()) {
                byte[] recording = resource("voices/" + turn.group(1) + ".ogg");
                List<byte[]> packets = OggPackets.read(recording).packets();
                turns.add(new SpokenTurn(turn.group(2), packets, turn.group(3)));
            }
        }
        return new SpokenScript(turns);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = SpokenScript.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IOException(FOLDER + name + " is missing from the program");
            }
            return stream.readAllBytes();
        }
    }
}
