package dev.supie.adapter.out.jooq;

/// Text as it is kept. PostgreSQL refuses U+0000, and half a surrogate pair has no UTF-8: both
/// become U+FFFD, because one odd character from a badge must not stop its meeting for good.
final class KeptText {

    private static final int REPLACEMENT = 0xFFFD;

    private KeptText() {}

    static String of(String text) {
        if (text.codePoints().noneMatch(KeptText::isUnkeepable)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(codePoint -> isUnkeepable(codePoint) ? REPLACEMENT : codePoint)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isUnkeepable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
