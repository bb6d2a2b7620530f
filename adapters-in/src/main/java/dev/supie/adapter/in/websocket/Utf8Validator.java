package dev.supie.adapter.in.websocket;

/// Checks UTF-8 as it arrives and says no at the first byte that cannot belong to valid text (RFC
/// 3629: no overlong forms, no surrogates, nothing above U+10FFFF), so that a character may be
/// split over any number of fragments. Not for use by two threads.
final class Utf8Validator {

    private static final int LOWEST_CONTINUATION = 0x80;
    private static final int HIGHEST_CONTINUATION = 0xBF;

    private int continuationsMissing;
    private int lowestNext = LOWEST_CONTINUATION;
    private int highestNext = HIGHEST_CONTINUATION;

    /// Whether the text so far, with `bytes[from, to)` added, can still become valid.
    boolean accepts(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] >= 0 && continuationsMissing == 0) {
                continue;
            }
            if (!accepts(Byte.toUnsignedInt(bytes[at]))) {
                return false;
            }
        }
        return true;
    }

    /// Whether the text so far ends with a whole character.
    boolean isComplete() {
        return continuationsMissing == 0;
    }

    /// Forgets the text so far.
    void restart() {
        expect(0, LOWEST_CONTINUATION, HIGHEST_CONTINUATION);
    }

    private boolean accepts(int next) {
        if (continuationsMissing == 0) {
            return startsCharacter(next);
        }
        if (next < lowestNext || next > highestNext) {
            return false;
        }
        expect(continuationsMissing - 1, LOWEST_CONTINUATION, HIGHEST_CONTINUATION);
        return true;
    }

    private boolean startsCharacter(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            expect(1, LOWEST_CONTINUATION, HIGHEST_CONTINUATION);
            return true;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            // E0 could start an overlong form, ED a surrogate: their next byte has less room.
            int lowest = lead == 0xE0 ? 0xA0 : LOWEST_CONTINUATION;
            int highest = lead == 0xED ? 0x9F : HIGHEST_CONTINUATION;
            expect(2, lowest, highest);
            return true;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            // F0 could start an overlong form, F4 a code point above U+10FFFF.
            int lowest = lead == 0xF0 ? 0x90 : LOWEST_CONTINUATION;
            int highest = lead == 0xF4 ? 0x8F : HIGHEST_CONTINUATION;
            expect(3, lowest, highest);
            return true;
        }
        return false;
    }

    private void expect(int continuations, int lowest, int highest) {
        continuationsMissing = continuations;
        lowestNext = lowest;
        highestNext = highest;
    }
}
