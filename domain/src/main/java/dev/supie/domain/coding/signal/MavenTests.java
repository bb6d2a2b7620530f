package dev.supie.domain.coding.signal;

/// Failed tests in the words of Surefire: once where the test ran, once in the results.
final class MavenTests {

    private MavenTests() {}

    /// `Class.method` of a failed test; empty if the line is about none.
    static String named(String text) {
        String word = Pieces.firstWord(text);
        if (text.contains("<<< FAILURE!") || text.contains("<<< ERROR!")) {
            return text.startsWith("Tests run:") ? "" : ofRun(word);
        }
        // CalcTest.adds:42 expected…, CalcTest.adds:42->check:50 …, CalcTest.adds » NullPointer
        String name = Pieces.before(Pieces.before(word, ":"), "->");
        boolean placed = Pieces.startsWithDigit(Pieces.after(word, ":"));
        boolean thrown = text.startsWith(word + " » ");
        return (placed || thrown) && isTest(name) ? Subject.of(name) : "";
    }

    static Signal.Problem failure(String test, String text) {
        String word = Pieces.firstWord(text);
        int line = Pieces.numberAfter(word, ":");
        String type = Pieces.before(test, ".");
        return new Signal.Problem(
                Tool.MAVEN,
                ProblemKind.TEST_FAILURE,
                test,
                Subject.message(text),
                line > 0 ? new Place(type, line) : Place.UNKNOWN);
    }

    /// `com.acme.CalcTest.adds` or, of older versions, `adds(com.acme.CalcTest)`.
    private static String ofRun(String word) {
        if (word.endsWith(")")) {
            String type = Pieces.between(word, "(", ")");
            String method = Pieces.before(word, "(");
            return method.isEmpty()
                    ? ""
                    : Subject.of(type.substring(type.lastIndexOf('.') + 1) + "." + method);
        }
        int method = word.lastIndexOf('.');
        int type = method < 0 ? -1 : word.lastIndexOf('.', method - 1);
        return method < 0 ? "" : Subject.of(word.substring(type + 1));
    }

    private static boolean isTest(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && Character.isUpperCase(name.charAt(0)) && name.indexOf('/') < 0;
    }
}
