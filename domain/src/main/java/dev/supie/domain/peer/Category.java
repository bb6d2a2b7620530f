package dev.supie.domain.peer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What kind of message it is (PEER-4).
public enum Category {
    /// Somebody is to do something; may go onto a board (PEER-10).
    TASK,
    /// An answer is wanted.
    QUESTION,
    /// It cannot wait.
    ALERT,
    /// For information.
    NOTICE,
    /// Everything else.
    CHAT;

    /// On the wire.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The category that a word means, however it is written (MSG-6); empty if none.
    public static Optional<Category> of(String raw) {
        String word = raw.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(category -> category.word().equals(word)).findFirst();
    }

    /// All words, for whoever used another one.
    public static String words() {
        return Arrays.stream(values()).map(Category::word).collect(Collectors.joining(", "));
    }
}
