package dev.supie.domain.coding.signal;

import java.util.Optional;

/// A place in a source and what is said about it, in the forms that compilers use: `a.c:12:5:
/// text`, `a.c:12: text`, `A.java:[12,5] text`, `a.ts(12,5): text`, `a.ts:12:5 - text`, `A.kt: (12,
/// 5): text`.
///
/// @param place with file and line
/// @param column from 1; 0 if it is not told
/// @param lead what stands in front of the file, on the same line
/// @param rest what stands behind the numbers, without the marks between
record Located(Place place, int column, String lead, String rest) {

    /// A path of this length is no path.
    private static final int FILE_MAX = 300;

    /// The first place in the text whose file is a source.
    static Optional<Located> in(String text) {
        int nameStart = 0;
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            if (" ('\"<[".indexOf(before) >= 0) {
                nameStart = i;
            }
            int number = numberStart(text, i);
            boolean plausible = number > i && i > nameStart && i - nameStart <= FILE_MAX;
            if (plausible && Place.isSource(text.substring(Math.max(nameStart, i - 12), i))) {
                return Optional.of(from(text, nameStart, i, number));
            }
        }
        return Optional.empty();
    }

    private static Located from(String text, int nameStart, int nameEnd, int number) {
        String file = text.substring(nameStart, nameEnd);
        String path = file.startsWith("file://") ? file.substring("file://".length()) : file;
        int line =
                Pieces.leadingNumber(text.substring(number, Math.min(number + 7, text.length())));
        int at = number;
        while (at < text.length() && isOfPosition(text, at)) {
            at++;
        }
        String rest = text.substring(at).strip();
        return new Located(
                new Place(path, line),
                column(text.substring(number, at)),
                text.substring(0, nameStart).strip(),
                rest.startsWith("- ") ? rest.substring(2) : rest);
    }

    /// The second number of `12:5` and its like.
    private static int column(String position) {
        int at = 0;
        while (at < position.length() && Pieces.isDigit(position.charAt(at))) {
            at++;
        }
        while (at < position.length() && !Pieces.isDigit(position.charAt(at))) {
            at++;
        }
        return Pieces.leadingNumber(position.substring(at));
    }

    /// Where the number of the line begins if the name of the file ends at `i`; -1 if it does not.
    private static int numberStart(String text, int i) {
        for (String mark : new String[] {": (", ":[", ":", "("}) {
            int at = i + mark.length();
            if (text.startsWith(mark, i) && at < text.length()) {
                return Pieces.isDigit(text.charAt(at)) ? at : -1;
            }
        }
        return -1;
    }

    /// Digits, and the marks between line and column; a space only between the two.
    private static boolean isOfPosition(String text, int at) {
        char c = text.charAt(at);
        boolean spaced = c == ' ' && text.charAt(at - 1) == ',';
        return Pieces.isDigit(c) || ":,])".indexOf(c) >= 0 || spaced;
    }
}
