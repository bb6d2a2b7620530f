package dev.supie.bootstrap.config;

import java.util.stream.Collectors;

/// `docs/CONFIGURATION.md`: every key, from the table that the server itself reads by.
public final class ConfigurationPage {

    private static final String INTRO =
            """
            # Configuration

            <!-- Made from the table of keys; ConfigurationPageTest says how to make it again. -->

            One YAML file, every key optional (CFG-1). `./supie serve` reads `supie.yaml` in its working
            directory, if there is one, or the file named with `--config`.

            ```
            ./supie config init            # writes supie.yaml, with every key as a comment
            ./supie config check FILE      # says everything that is wrong with a file, at once
            ./supie config show            # every value in force, and where it came from
            ```

            A later one of these wins: the default, the file, what `config.url` hands out, the environment
            variable, `--set KEY=VALUE` on the command line (CFG-2, CFG-3). An environment variable is named
            after its key, as below; an empty one counts as not set. Unknown keys are errors, with a guess
            at what was meant.

            A secret may be written out, or as `${NAME}` of an environment variable, or as `file:PATH`,
            and is never shown or logged. A relative path starts at the folder of the file.

            A running server reads the file again when it changes, on `POST /supie/admin/reload`, and on the
            device command `update_config` (CFG-3): if anything is wrong with it, all of the old
            configuration stays, and the log says why; otherwise all of the new one is in force, but for the
            keys marked *restart*, which are named in the log and act from the next start on. The command
            line and the environment stay those of the start, and so does the absence of a file.

            `<alias>` is a name of your choice: a letter and up to 31 more letters, digits, `-` or `_`.
            """;

    private ConfigurationPage() {}

    public static String markdown() {
        return INTRO
                + KeyNotes.read().sections().stream()
                        .map(ConfigurationPage::section)
                        .collect(Collectors.joining());
    }

    private static String section(KeyNotes.Section section) {
        String intro = section.intro().isEmpty() ? "" : section.intro() + "\n\n";
        return "\n## "
                + section.title()
                + "\n\n"
                + intro
                + "| key | values | default | change | meaning |\n| --- | --- | --- | --- | --- |\n"
                + section.notes().stream()
                        .map(ConfigurationPage::row)
                        .collect(Collectors.joining());
    }

    private static String row(KeyNote note) {
        return "| `"
                + note.key()
                + "`<br>`"
                + Variables.variable(note.under("ALIAS"))
                + "` | "
                + cell(note.setting().kind().shape())
                + " | "
                + usual(note)
                + " | "
                + (note.needsRestart() ? "restart" : "")
                + " | "
                + cell(note.meaning())
                + " ("
                + note.rule()
                + ") |\n";
    }

    private static String usual(KeyNote note) {
        boolean described = note.words().containsKey("default");
        String usual = cell(note.usual());
        return described || usual.isEmpty() ? usual : "`" + usual + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
