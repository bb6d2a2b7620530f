package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// COD-2: words after which nobody wants to wait for advice. `0 errors` and `Failures: 0` are none.
public final class ErrorWords {

    private static final Set<String> WORDS =
            Set.of(
                    "error",
                    "errors",
                    "err",
                    "fail",
                    "fails",
                    "failed",
                    "failure",
                    "failures",
                    "fatal",
                    "panic",
                    "panicked",
                    "exception",
                    "traceback",
                    "killed",
                    "crashed",
                    "aborted");

    /// Chinese has no spaces between words.
    private static final List<String> IDEOGRAPHS = List.of("错误", "失败", "异常", "致命", "崩溃");

    private ErrorWords() {}

    public static boolean in(String line) {
        if (IDEOGRAPHS.stream().anyMatch(line::contains)) {
            return true;
        }
        String small = line.toLowerCase(Locale.ROOT);
        String before = "";
        int from = 0;
        for (int i = 0; i <= small.length(); i++) {
            if (i < small.length() && isOfWord(small.charAt(i))) {
                continue;
            }
            String word = small.substring(from, i);
            if (isErrorWord(word) && !isNothing(before) && !isZeroBehind(small, i)) {
                return true;
            }
            before = word.isEmpty() ? before : word;
            from = i + 1;
        }
        return false;
    }

    /// Also the last part of the name of an exception, as in `NullPointerException`.
    private static boolean isErrorWord(String word) {
        return WORDS.contains(word) || word.endsWith("exception") || word.endsWith("error");
    }

    private static boolean isNothing(String before) {
        return before.equals("0") || before.equals("no") || before.equals("without");
    }

    private static boolean isZeroBehind(String small, int end) {
        int at = end;
        while (at < small.length() && (small.charAt(at) == ' ' || small.charAt(at) == ':')) {
            at++;
        }
        boolean marked = at > end && small.charAt(end) == ':';
        boolean zero = at < small.length() && small.charAt(at) == '0';
        boolean more = at + 1 < small.length() && Pieces.isDigit(small.charAt(at + 1));
        return marked && zero && !more;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
