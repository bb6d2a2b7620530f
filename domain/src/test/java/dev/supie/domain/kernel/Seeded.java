package dev.supie.domain.kernel;

import java.util.List;
import java.util.SplittableRandom;

/// A seeded source of test data. A property names its seed in its message, so a failure can be run
/// again.
public final class Seeded {

    /// Pieces that text rules trip over: marks, spaces of all kinds, invisible characters, several
    /// planes, lone surrogates.
    private static final List<String> PIECES =
            List.of(
                    "a", "Zoe", "budget", "1", "3.5", "预算", "会议", "。", "，", "！", ".", "..", ",",
                    "?!", "…", "\t", "\n", " ", "  ", "\u00A0", "\u3000", "\u200B", "\u0000",
                    "\u0085", "\u202E", "\uFEFF", "\u200E", "\u2060", "😀", "👩‍💻", "𠀀", "\uD83D",
                    "\uDE00", "é", "e\u0301", "（", "“", "'", "-", "ß", "İ");

    private final SplittableRandom random;

    public Seeded(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// From 0 to `limit` - 1.
    public int below(int limit) {
        return random.nextInt(limit);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public boolean oneIn(int odds) {
        return below(odds) == 0;
    }

    /// Difficult text of up to `pieces` pieces; may be empty.
    public String text(int pieces) {
        StringBuilder text = new StringBuilder();
        int count = below(pieces + 1);
        for (int i = 0; i < count; i++) {
            text.append(oneOf(PIECES));
        }
        return text.toString();
    }
}
