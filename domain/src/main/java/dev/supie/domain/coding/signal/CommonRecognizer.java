package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Locale;

/// What can happen to every build, whoever runs it: no memory, no network, no time. It counts for
/// the tool that has written last.
final class CommonRecognizer implements Recognizer {

    /// In small letters. The subject of a problem is the phrase, so that the same trouble with
    /// another address is no second problem.
    private static final List<Trouble> TROUBLES =
            List.of(
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "outofmemoryerror"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "heap out of memory"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "heap space is exhausted"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "out of memory"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "memoryerror"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "cannot allocate memory"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "oomkilled"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "killed signal terminated program"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "exit code 137"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "内存不足"),
                    new Trouble(ProblemKind.OUT_OF_MEMORY, "无法分配内存"),
                    new Trouble(ProblemKind.TIMEOUT, "timed out"),
                    new Trouble(ProblemKind.TIMEOUT, "exceeded timeout"),
                    new Trouble(ProblemKind.TIMEOUT, "timeout exceeded"),
                    new Trouble(ProblemKind.TIMEOUT, "timeout >"),
                    new Trouble(ProblemKind.TIMEOUT, "deadline exceeded"),
                    new Trouble(ProblemKind.TIMEOUT, "timeoutexception"),
                    new Trouble(ProblemKind.TIMEOUT, "timeouterror"),
                    new Trouble(ProblemKind.TIMEOUT, "etimedout"),
                    new Trouble(ProblemKind.TIMEOUT, "超时"),
                    new Trouble(ProblemKind.NETWORK, "connection refused"),
                    new Trouble(ProblemKind.NETWORK, "connection reset"),
                    new Trouble(ProblemKind.NETWORK, "could not resolve host"),
                    new Trouble(ProblemKind.NETWORK, "name or service not known"),
                    new Trouble(ProblemKind.NETWORK, "name resolution"),
                    new Trouble(ProblemKind.NETWORK, "unknownhostexception"),
                    new Trouble(ProblemKind.NETWORK, "network is unreachable"),
                    new Trouble(ProblemKind.NETWORK, "no route to host"),
                    new Trouble(ProblemKind.NETWORK, "certificate verify failed"),
                    new Trouble(ProblemKind.NETWORK, "pkix path building failed"),
                    new Trouble(ProblemKind.NETWORK, "econnrefused"),
                    new Trouble(ProblemKind.NETWORK, "econnreset"),
                    new Trouble(ProblemKind.NETWORK, "enotfound"),
                    new Trouble(ProblemKind.NETWORK, "eai_again"),
                    new Trouble(ProblemKind.NETWORK, "连接被拒绝"),
                    new Trouble(ProblemKind.NETWORK, "拒绝连接"),
                    new Trouble(ProblemKind.NETWORK, "网络不可达"),
                    new Trouble(ProblemKind.BUILD_ERROR, "no space left on device"),
                    new Trouble(ProblemKind.BUILD_ERROR, "设备上没有空间"),
                    new Trouble(ProblemKind.BUILD_ERROR, "segmentation fault"),
                    new Trouble(ProblemKind.BUILD_ERROR, "段错误"));

    private static final List<String> EXITS =
            List.of("exit code ", "exited with code ", "exit status ", "退出码 ");

    /// @param phrase how it is told
    private record Trouble(ProblemKind kind, String phrase) {}

    @Override
    public List<Signal> read(Line line) {
        if (isAboutSuccess(line.text())) {
            return List.of();
        }
        String small = line.text().toLowerCase(Locale.ROOT);
        for (Trouble trouble : TROUBLES) {
            if (small.contains(trouble.phrase())) {
                return problem(line, trouble.kind(), trouble.phrase(), line.text());
            }
        }
        if (small.equals("killed") || small.equals("已杀死")) {
            return problem(line, ProblemKind.OUT_OF_MEMORY, "killed", line.text());
        }
        List<Signal> ended = ended(small);
        return ended.isEmpty() ? diagnosed(line) : ended;
    }

    /// A test that went well may be about anything.
    private static boolean isAboutSuccess(String text) {
        return text.startsWith("✓ ")
                || text.startsWith("√ ")
                || text.startsWith("PASS")
                || text.startsWith("ok ")
                || text.contains(" PASSED")
                || text.endsWith(" ... ok");
    }

    private static List<Signal> ended(String small) {
        for (String exit : EXITS) {
            if (Pieces.numberAfter(small, exit) > 0) {
                return List.of(new Signal.Ended(Tool.OTHER, Verdict.FAILED));
            }
        }
        return List.of();
    }

    private static List<Signal> diagnosed(Line line) {
        Diagnosis diagnosis = Diagnosis.of(line.text());
        return switch (diagnosis.level()) {
            // What Maven calls an error without a place is a sum of what it has said before, and
            // what Jest shows is what the tests have written.
            case ERROR ->
                    line.tool() == Tool.MAVEN
                                    || line.tool() == Tool.JEST
                                    || diagnosis.message().isEmpty()
                            ? List.of()
                            : problem(line, ProblemKind.BUILD_ERROR, "", diagnosis.message());
            case WARNING ->
                    diagnosis.message().isEmpty()
                            ? List.of()
                            : problem(line, ProblemKind.LINT_WARNING, "", diagnosis.message());
            case NEITHER -> List.of();
        };
    }

    private static List<Signal> problem(
            Line line, ProblemKind kind, String subject, String message) {
        return List.of(
                new Signal.Problem(
                        line.tool(), kind, subject, Subject.message(message), Place.UNKNOWN));
    }
}
