package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;

/// What people said is shown as they said it by a real reader of Markdown, whatever it looks like.
class MarkdownTextTest {

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "1",
                    "2.",
                    "3)",
                    "-",
                    "+",
                    "*",
                    "**",
                    "_",
                    "__",
                    "`",
                    "```",
                    "#",
                    "##",
                    ">",
                    "<b>",
                    "</b>",
                    "<!--",
                    "-->",
                    "[x]",
                    "](http://h)",
                    "![",
                    "(",
                    ")",
                    "|",
                    "~~",
                    "\\",
                    "&amp;",
                    "&lt;",
                    "&#35;",
                    "=",
                    "===",
                    "---",
                    "***",
                    " ",
                    "  ",
                    "\t",
                    "\n",
                    "\r\n",
                    "\u2028",
                    "$",
                    "{",
                    "}",
                    "!",
                    "http://h/a_b_c",
                    "<http://h>",
                    "预算",
                    "🚀",
                    "[ ]",
                    ":",
                    "\u0000",
                    "\u001b[31m");

    private static String shown(String markdown) {
        Node page = Parser.builder().build().parse(markdown);
        return HtmlRenderer.builder().build().render(page);
    }

    private static String asHtml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void assertShownAsItIs(String said, String about) {
        String line = ExportText.line(said);
        if (line.isEmpty()) {
            return;
        }
        String markdown = MarkdownText.of(said);
        assertEquals("<p>" + asHtml(line) + "</p>\n", shown(markdown), about);
        assertEquals("<ul>\n<li>" + asHtml(line) + "</li>\n</ul>\n", shown("- " + markdown), about);
        assertEquals("<h1>" + asHtml(line) + "</h1>\n", shown("# " + markdown), about);
        assertEquals("<p>x\n" + asHtml(line) + "</p>\n", shown("x\n" + markdown), about);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# no heading",
                "- no item",
                "+ no item",
                "1. no item",
                "12) no item",
                "1986\\. A great year",
                "> no quote",
                "*no* _emphasis_ **at** __all__",
                "`no code` ```",
                "<script>alert(1)</script>",
                "[no](javascript:alert(1)) ![no](http://h/x.png)",
                "&amp; &#35; & co",
                "---",
                "***",
                "===",
                "a | b",
                "C# and F#",
                "back\\slash",
                "~~gone~~",
                "会议：预算 100%，#1",
                "[ ] no task"
            })
    void nothingMeansAnythingElse(String said) {
        assertShownAsItIs(said, said);
    }

    @Test
    void noMixtureOfItMeansAnythingElse() {
        for (long seed = 1; seed <= 3000; seed++) {
            var random = new SplittableRandom(seed);
            StringBuilder said = new StringBuilder();
            int pieces = 1 + random.nextInt(8);
            for (int i = 0; i < pieces; i++) {
                said.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertShownAsItIs(said.toString(), "seed " + seed);
        }
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        String said = "We ship v2.1 on Friday (10:30), 100% sure - don't we? 预算：三万！";

        assertEquals(said, MarkdownText.of(said));
    }
}
