package dev.supie.domain.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figure above a state machine, compared with the machine.
public final class Diagram {

    private static final Pattern FIGURE =
            Pattern.compile("/// ```\n(.*?)/// ```\n", Pattern.DOTALL);
    private static final Pattern STATE = Pattern.compile("\\b[A-Z][A-Za-z]+\\b");

    private Diagram() {}

    /// The capitalised words of the first figure in the source of this type.
    public static Set<String> statesDrawnAbove(Class<?> machine) throws IOException {
        Path source = Path.of("src/main/java", machine.getName().replace('.', '/') + ".java");
        Matcher figure = FIGURE.matcher(Files.readString(source));
        if (!figure.find()) {
            throw new AssertionError("no figure in " + source);
        }
        return STATE.matcher(figure.group(1))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The states that the compiler knows; of those that have something in common each.
    public static Set<String> statesOf(Class<?> machine) {
        return Arrays.stream(machine.getPermittedSubclasses())
                .flatMap(
                        state ->
                                state.isSealed()
                                        ? statesOf(state).stream()
                                        : Stream.of(state.getSimpleName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
