package dev.supie.bootstrap.config;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads YAML as nodes, never as objects: a node knows its line, and nothing in a file can make the
/// reader create anything.
final class YamlFile {

    /// A larger file is not a configuration.
    static final int BYTES_MAX = 1024 * 1024;

    private static final int DEPTH_MAX = 20;

    private YamlFile() {}

    /// What a file holds, or why it cannot be read.
    sealed interface Content {
        record Parsed(Given given) implements Content {}

        record Unreadable(int line, String wrong, String fix) implements Content {}
    }

    static Content read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return new Content.Unreadable(0, "there is no such file", "correct the path");
            }
            if (Files.size(file) > BYTES_MAX) {
                return new Content.Unreadable(
                        0, "the file is larger than " + BYTES_MAX + " bytes", "make it smaller");
            }
            return content(Files.readString(file));
        } catch (CharacterCodingException _) {
            return new Content.Unreadable(0, "the file is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            return new Content.Unreadable(
                    0,
                    "the file cannot be read (" + e.getClass().getSimpleName() + ")",
                    "let the user that runs the server read it");
        }
    }

    /// A list or map given as one line of text; text that is not YAML stays text.
    static Given parsed(String text) {
        return switch (content(text)) {
            case Content.Parsed(Given given) -> given;
            case Content.Unreadable _ -> new Given.Text(text);
        };
    }

    static Content content(String text) {
        try {
            Node root = new Yaml(options()).compose(new StringReader(withoutByteOrderMark(text)));
            return new Content.Parsed(root == null ? new Given.Nothing() : given(root));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            return new Content.Unreadable(
                    mark == null ? 0 : mark.getLine() + 1,
                    "is not valid YAML (" + described(e.getProblem()) + ")",
                    "check indentation, colons and quotes here");
        } catch (YAMLException e) {
            // Its message may quote the file, and with it a secret, so it is not repeated.
            return new Content.Unreadable(
                    0,
                    "is not YAML this reader takes: control characters, aliases of sections"
                            + " or more than "
                            + DEPTH_MAX
                            + " levels",
                    "write plain keys and values");
        }
    }

    /// An unknown alias is named in the parser's words, and `api_key: *abc` would be one.
    private static String described(String problem) {
        return problem.contains("alias") ? "an alias without an anchor" : problem;
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEPTH_MAX);
        options.setCodePointLimit(BYTES_MAX);
        return options;
    }

    private static Given given(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL)
                    ? new Given.Nothing()
                    : new Given.Text(scalar.getValue());
        }
        if (node instanceof SequenceNode sequence) {
            return new Given.Items(sequence.getValue().stream().map(YamlFile::given).toList());
        }
        return new Given.Fields(fields((MappingNode) node));
    }

    private static List<Given.Field> fields(MappingNode mapping) {
        List<Given.Field> fields = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
            int line = key.getStartMark().getLine() + 1;
            fields.add(new Given.Field(name, line, given(tuple.getValueNode())));
        }
        return fields;
    }
}
