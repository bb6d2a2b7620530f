package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// npm, and what its scripts usually run: the TypeScript compiler, eslint, webpack, node itself.
final class NpmRecognizer implements Recognizer {

    private static final Set<String> NETWORK =
            Set.of("ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH");

    @Override
    public List<Signal> read(Line line) {
        String text = line.text();
        for (String beginning : new String[] {"npm ERR! ", "npm error ", "npm ERR "}) {
            if (line.startsWith(beginning)) {
                return error(text.substring(beginning.length()));
            }
        }
        if (line.startsWith("npm WARN ") || line.startsWith("npm warn ")) {
            return warning(text.substring("npm warn ".length()));
        }
        if (line.startsWith("npm http ")) {
            return request(text);
        }
        if (isScript(text)) {
            return List.of(new Signal.Announced(Tool.NPM));
        }
        if (line.startsWith("webpack ") && text.contains(" compiled ")) {
            boolean failed = text.contains(" compiled with ") && text.contains(" error");
            return List.of(new Signal.Ended(Tool.NPM, failed ? Verdict.FAILED : Verdict.PARTLY));
        }
        if ((line.startsWith("added ") || line.startsWith("up to date")) && text.contains(" in ")) {
            return List.of(new Signal.Ended(Tool.NPM, Verdict.PARTLY));
        }
        if (text.contains(" vulnerabilities (")) {
            return List.of(
                    problem(ProblemKind.LINT_WARNING, "vulnerabilities", text, Place.UNKNOWN));
        }
        List<Signal> module = module(text);
        if (!module.isEmpty()) {
            return module;
        }
        List<Signal> lint = EslintLines.read(line);
        return lint.isEmpty()
                ? Located.in(text).map(found -> located(found, line)).orElse(List.of())
                : lint;
    }

    /// Whatever npm calls an error ends what it was asked for.
    private static List<Signal> error(String text) {
        Signal ended = new Signal.Ended(Tool.NPM, Verdict.FAILED);
        if (text.startsWith("code ")) {
            return code(Pieces.lastWord(text), text)
                    .map(problem -> List.of(problem, ended))
                    .orElse(List.of(ended));
        }
        if (text.contains(" is not in this registry")
                || text.contains(" is not in the npm registry")) {
            String name = Pieces.quoted(text);
            int version = name.lastIndexOf('@');
            String bare = version > 0 ? name.substring(0, version) : name;
            return List.of(
                    problem(ProblemKind.MISSING_DEPENDENCY, bare, text, Place.UNKNOWN), ended);
        }
        if (text.startsWith("Missing script: ")) {
            return List.of(
                    problem(ProblemKind.BUILD_ERROR, Pieces.quoted(text), text, Place.UNKNOWN),
                    ended);
        }
        return List.of(ended);
    }

    private static List<Signal> request(String text) {
        String code = Pieces.lastWord(text);
        return NETWORK.contains(code)
                ? List.of(problem(ProblemKind.NETWORK, code, text, Place.UNKNOWN))
                : List.of(new Signal.Announced(Tool.NPM));
    }

    /// `> pier@0.3.0 build`
    private static boolean isScript(String text) {
        return text.startsWith("> ")
                && Pieces.startsWithDigit(Pieces.after(Pieces.firstWord(text.substring(2)), "@"));
    }

    /// Codes that say by themselves what is wrong.
    private static Optional<Signal> code(String code, String text) {
        if (NETWORK.contains(code)) {
            return Optional.of(problem(ProblemKind.NETWORK, code, text, Place.UNKNOWN));
        }
        if (code.equals("ETIMEDOUT") || code.equals("ERR_SOCKET_TIMEOUT")) {
            return Optional.of(problem(ProblemKind.TIMEOUT, code, text, Place.UNKNOWN));
        }
        boolean telling =
                !code.equals("E404") && !code.equals("ELIFECYCLE") && !Pieces.startsWithDigit(code);
        return telling
                ? Optional.of(problem(ProblemKind.BUILD_ERROR, code, text, Place.UNKNOWN))
                : Optional.empty();
    }

    private static List<Signal> warning(String text) {
        String name = text.startsWith("deprecated ") ? Pieces.firstWord(text.substring(11)) : "";
        return List.of(
                problem(ProblemKind.LINT_WARNING, Pieces.before(name, ":"), text, Place.UNKNOWN));
    }

    /// A module that node or a bundler cannot find.
    private static List<Signal> module(String text) {
        String name = "";
        if (text.contains("Module not found: ")) {
            name =
                    Pieces.quoted(
                            Pieces.after(text.replace("Can't", "Cannot"), "Module not found: "));
        } else if (text.startsWith("Error: Cannot find module ")
                || text.contains("[ERR_MODULE_NOT_FOUND]: Cannot find ")) {
            name = Pieces.quoted(Pieces.after(text, "Cannot find "));
        }
        return name.isEmpty()
                ? List.of()
                : List.of(problem(ProblemKind.MISSING_DEPENDENCY, name, text, Place.UNKNOWN));
    }

    /// `src/cart.ts(12,5): error TS2304: Cannot find name 'total'.`
    private static List<Signal> located(Located located, Line line) {
        if (!located.place().isOf("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "vue", "svelte")) {
            return List.of();
        }
        String rest = located.rest();
        if (rest.startsWith("error TS")) {
            String message = Pieces.after(rest, ": ");
            boolean missing = message.startsWith("Cannot find module ");
            return List.of(
                    problem(
                            missing ? ProblemKind.MISSING_DEPENDENCY : ProblemKind.COMPILE_ERROR,
                            Pieces.quoted(message),
                            message,
                            located.place()));
        }
        boolean bundler = located.lead().equals("ERROR in") || line.startsWith("ERROR in ");
        return bundler
                ? List.of(problem(ProblemKind.COMPILE_ERROR, "", line.text(), located.place()))
                : List.of();
    }

    private static Signal problem(ProblemKind kind, String subject, String message, Place place) {
        return new Signal.Problem(
                Tool.NPM, kind, Subject.of(subject), Subject.message(message), place);
    }
}
