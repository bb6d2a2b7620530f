package dev.supie.bootstrap.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A golden conversation, read from its file. [Step] describes the notation.
record Conversation(Map<String, String> settings, List<Step> steps) {

    private static final Pattern LINE = Pattern.compile("([a-z]*)([#=><@!]) ?(.*)");
    private static final Pattern SETTING = Pattern.compile("([^:]+): (.*)");
    private static final String TASKS = "\"type\":\"workflow\"";
    private static final Pattern TIMES = Pattern.compile("(\\d+) x (.*)");
    private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT|DELETE|OPTIONS) (/\\S*)");
    static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z_-]*): (.*)");
    private static final Pattern TIME = Pattern.compile("(\\d+)(ms|s|m|h)");
    private static final Pattern AUDIO = Pattern.compile("audio (\\d+)");
    private static final Pattern VOICE = Pattern.compile("voice (.+)");
    private static final Pattern QUIET = Pattern.compile("quiet (\\S+)");

    /// Whether it is about tasks, and every list of them counts.
    boolean tellsOfTasks() {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Hear hear && hear.text().contains(TASKS));
    }

    static Conversation parse(String text) {
        return new Parser().parse(text.lines().toList());
    }

    private static final class Parser {

        private final Map<String, String> settings = new LinkedHashMap<>();
        private final List<Step> steps = new ArrayList<>();

        /// The last line of the request that is being read.
        private int requestLine = Integer.MIN_VALUE;

        Conversation parse(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    read(i + 1, lines.get(i));
                }
            }
            return new Conversation(settings, steps);
        }

        private void read(int line, String text) {
            Matcher parts = matched(LINE, text, line);
            String badge = parts.group(1);
            String rest = parts.group(3);
            switch (parts.group(2)) {
                case "#" -> {}
                case "=" -> {
                    Matcher setting = matched(SETTING, rest, line);
                    settings.put(setting.group(1), setting.group(2));
                }
                case ">" -> repeated(rest, once -> sent(line, badge, once));
                case "<" -> repeated(rest, once -> steps.add(new Step.Hear(line, badge, once)));
                case "@" -> steps.add(new Step.Pass(line, duration(line, rest)));
                default -> steps.add(new Step.Event(line, badge, rest));
            }
        }

        private static void repeated(String text, Consumer<String> each) {
            Matcher times = TIMES.matcher(text);
            if (times.matches()) {
                Collections.nCopies(Integer.parseInt(times.group(1)), times.group(2)).forEach(each);
            } else {
                each.accept(text);
            }
        }

        private void sent(int line, String badge, String text) {
            Matcher request = REQUEST.matcher(text);
            Matcher audio = AUDIO.matcher(text);
            if (request.matches()) {
                requestLine = line;
                steps.add(
                        new Step.Ask(
                                line,
                                request.group(1),
                                request.group(2),
                                new LinkedHashMap<>(),
                                new ArrayList<>()));
            } else if (requestLine == line - 1 && steps.getLast() instanceof Step.Ask ask) {
                requestLine = line;
                Matcher header = HEADER.matcher(text);
                if (header.matches() && ask.body().isEmpty()) {
                    ask.headers().put(header.group(1), header.group(2));
                } else {
                    ask.body().add(text);
                }
            } else if (audio.matches()) {
                steps.add(new Step.Audio(line, badge, Integer.parseInt(audio.group(1))));
            } else {
                steps.add(spoken(line, badge, text));
            }
        }

        private static Step spoken(int line, String badge, String text) {
            Matcher voice = VOICE.matcher(text);
            Matcher quiet = QUIET.matcher(text);
            if (voice.matches()) {
                return new Step.Voice(line, badge, voice.group(1));
            }
            return quiet.matches()
                    ? new Step.Quiet(line, badge, duration(line, quiet.group(1)))
                    : new Step.Say(line, badge, text);
        }

        private static Duration duration(int line, String text) {
            Matcher time = matched(TIME, text, line);
            long number = Long.parseLong(time.group(1));
            return switch (time.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }

        private static Matcher matched(Pattern pattern, String text, int line) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("line " + line + " is not understood: " + text);
            }
            return matcher;
        }
    }
}
