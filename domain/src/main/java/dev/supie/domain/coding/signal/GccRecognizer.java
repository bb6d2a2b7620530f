package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Optional;

/// gcc, clang, their linkers, make, ninja and CMake, in English and Chinese.
final class GccRecognizer implements Recognizer {

    @Override
    public List<Signal> read(Line line) {
        String text = line.text();
        List<Signal> linked = linker(text);
        if (!linked.isEmpty()) {
            return linked;
        }
        List<Signal> made = make(text);
        if (!made.isEmpty()) {
            return made;
        }
        return Located.in(text)
                .filter(
                        found ->
                                found.place()
                                        .isOf(
                                                "c", "h", "cc", "cpp", "cxx", "hh", "hpp", "m",
                                                "mm", "s"))
                .map(GccRecognizer::located)
                .orElse(List.of());
    }

    private static List<Signal> located(Located located) {
        Diagnosis diagnosis = Diagnosis.of(located.rest());
        String message = diagnosis.message();
        return switch (diagnosis.level()) {
            case WARNING -> problem(ProblemKind.LINT_WARNING, "", message, located.place());
            case ERROR -> {
                String header = missingHeader(message);
                yield header.isEmpty()
                        ? problem(
                                ProblemKind.COMPILE_ERROR,
                                Pieces.quoted(message),
                                message,
                                located.place())
                        : problem(ProblemKind.MISSING_DEPENDENCY, header, message, located.place());
            }
            case NEITHER -> List.of();
        };
    }

    /// `zlib.h: No such file or directory`, `'zlib.h' file not found`
    private static String missingHeader(String message) {
        for (String mark :
                new String[] {": No such file or directory", "：没有那个文件或目录", ": 没有那个文件或目录"}) {
            if (message.endsWith(mark)) {
                return Pieces.before(message, mark);
            }
        }
        return message.endsWith(" file not found") ? Pieces.quoted(message) : "";
    }

    private static List<Signal> linker(String text) {
        if (text.contains("undefined reference to ")) {
            String name = Pieces.quoted(Pieces.after(text, "undefined reference to "));
            return problem(ProblemKind.BUILD_ERROR, name, "undefined reference", place(text));
        }
        if (text.contains("未定义的引用") && text.contains("对")) {
            String name = Pieces.quoted(Pieces.after(text, "对"));
            return problem(ProblemKind.BUILD_ERROR, name, "undefined reference", place(text));
        }
        for (String mark : new String[] {"cannot find -l", "找不到 -l", "library not found for -l"}) {
            if (text.contains(mark)) {
                String name = Pieces.before(Pieces.firstWord(Pieces.after(text, mark)), ":");
                return problem(ProblemKind.MISSING_DEPENDENCY, "lib" + name, text, Place.UNKNOWN);
            }
        }
        return List.of();
    }

    private static Place place(String text) {
        return Located.in(text).map(Located::place).orElse(Place.UNKNOWN);
    }

    private static List<Signal> make(String text) {
        if (isMake(text) && text.contains("*** No rule to make target ")) {
            Signal missing =
                    new Signal.Problem(
                            Tool.GCC,
                            ProblemKind.BUILD_ERROR,
                            Subject.of(Pieces.quoted(text)),
                            Subject.message(text),
                            Place.UNKNOWN);
            return List.of(missing, new Signal.Ended(Tool.GCC, Verdict.FAILED));
        }
        if ((isMake(text) && text.contains("*** ")) || text.startsWith("ninja: build stopped")) {
            return List.of(new Signal.Ended(Tool.GCC, Verdict.FAILED));
        }
        if (text.startsWith("CMake Error at ")) {
            return cmake(text);
        }
        if (text.startsWith("-- Could NOT find ")) {
            String name = Pieces.firstWord(Pieces.after(text, "NOT find "));
            return problem(ProblemKind.MISSING_DEPENDENCY, name, text, Place.UNKNOWN);
        }
        if (text.startsWith("[100%] Built target ")) {
            return List.of(new Signal.Ended(Tool.GCC, Verdict.PARTLY));
        }
        boolean building =
                text.contains(" Building C object ") || text.contains(" Building CXX object ");
        return building ? List.of(new Signal.Announced(Tool.GCC)) : List.of();
    }

    /// `make: `, `make[2]: `, `gmake[1]: `
    private static boolean isMake(String text) {
        String program = Pieces.before(Pieces.before(text, ": "), "[");
        return program.equals("make") || program.equals("gmake");
    }

    /// `CMake Error at CMakeLists.txt:12 (find_package):`
    private static List<Signal> cmake(String text) {
        String where = Pieces.firstWord(text.substring("CMake Error at ".length()));
        Place place = new Place(Pieces.before(where, ":"), Pieces.numberAfter(where, ":"));
        Optional<String> command =
                Optional.of(Pieces.between(text, "(", ")")).filter(name -> !name.isEmpty());
        return List.of(
                new Signal.Problem(
                        Tool.GCC,
                        ProblemKind.BUILD_ERROR,
                        Subject.of(command.orElse("CMake")),
                        Subject.message(text),
                        place),
                new Signal.Ended(Tool.GCC, Verdict.FAILED));
    }

    private static List<Signal> problem(
            ProblemKind kind, String subject, String message, Place place) {
        return List.of(
                new Signal.Problem(
                        Tool.GCC, kind, Subject.of(subject), Subject.message(message), place));
    }
}
