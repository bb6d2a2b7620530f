package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.cli.TasksAction.Choice;
import dev.supie.bootstrap.cli.TasksAction.Form;
import dev.supie.bootstrap.cli.TasksAction.NewTask;
import dev.supie.bootstrap.cli.TasksAction.Wish;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the words of `supie tasks …` mean.
final class TaskCommandsTest {

    @TempDir private Path folder = Path.of("");

    private final List<Wish> wishes = new ArrayList<>();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        List<String> arguments = new ArrayList<>(List.of("tasks"));
        arguments.addAll(List.of(words));
        return new SupieCommandLine(
                        (_, _, _) -> 7,
                        (_, _, _) -> 5,
                        (_, _, _, _) -> 6,
                        (_, _, _, _) -> 4,
                        (wish, _, _, _) -> {
                            wishes.add(wish);
                            return 3;
                        },
                        (_, _, _, _) -> 2,
                        new Machine(Map.of(), folder, 2))
                .run(
                        arguments.toArray(String[]::new),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err));
    }

    private static Choice all(String group) {
        return new Choice(group, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void asksForTasks() {
        assertEquals(3, run("list", "--group", "94:a9:90"));
        assertEquals(
                3,
                run("list", "--group=g", "--status=Open", "--owner=Li", "--query=a b", "--json"));
        assertEquals(3, run("done", "--group", "g", "a", "b"));
        assertEquals(3, run("export", "--group", "g"));
        assertEquals(3, run("export", "--group", "g", "--format", "JSON", "-o", "a b.json"));

        assertEquals(
                List.of(
                        new Wish.Enumerate(all("94:a9:90"), false),
                        new Wish.Enumerate(
                                new Choice(
                                        "g",
                                        Optional.of("open"),
                                        Optional.of("Li"),
                                        Optional.of("a b")),
                                true),
                        new Wish.Done("g", List.of("a", "b")),
                        new Wish.Export(all("g"), Form.CSV, Optional.empty()),
                        new Wish.Export(
                                all("g"), Form.JSON, Optional.of(folder.resolve("a b.json")))),
                wishes);
    }

    @Test
    void addsATaskWithoutQuotes() {
        assertEquals(3, run("add", "--group", "g", "Fix", "the", "door"));
        assertEquals(
                3,
                run(
                        "add",
                        "--group=g",
                        "--priority=0",
                        "--owner=Li",
                        "--due=2026-11-30",
                        "--notes=with glue",
                        "Fix it"));

        Optional<String> none = Optional.empty();
        assertEquals(
                List.of(
                        new Wish.Add(
                                "g",
                                new NewTask("Fix the door", Optional.empty(), none, none, none)),
                        new Wish.Add(
                                "g",
                                new NewTask(
                                        "Fix it",
                                        Optional.of(0),
                                        Optional.of("Li"),
                                        Optional.of("2026-11-30"),
                                        Optional.of("with glue")))),
                wishes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "list | Missing required option: '--group=KEY'",
                "add --group g | Missing required parameter: 'TITLE'",
                "add --group g --priority 4 x | --priority must be from 0 to 3",
                "done --group g | Missing required parameter: 'ID'",
                "list --group g --status half | 'half'",
                "export --group g --format pdf | 'pdf'"
            })
    void wrongUseAsksNobody(String words, String said) {
        assertEquals(2, run(words.split(" ", -1)));

        assertTrue(err.toString().contains(said), err.toString());
        assertEquals(List.of(), wishes);
    }
}
