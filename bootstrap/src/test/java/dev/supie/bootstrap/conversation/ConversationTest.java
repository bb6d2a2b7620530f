package dev.supie.bootstrap.conversation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.stream.Stream;

/// Every golden conversation goes exactly as its file says. The same files stand in
/// docs/PROTOCOL.md.
final class ConversationTest {

    @TestFactory
    Stream<DynamicTest> everyConversationGoesAsWritten() {
        Map<String, String> files = GoldenFiles.texts();
        assertFalse(files.isEmpty());
        return files.entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> play(file.getValue())));
    }

    private static void play(String text) {
        try (Player player = new Player(Conversation.parse(text))) {
            player.play();
        }
    }
}
