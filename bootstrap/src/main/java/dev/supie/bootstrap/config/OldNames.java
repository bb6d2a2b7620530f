package dev.supie.bootstrap.config;

import java.util.regex.Pattern;

/// Keys that are still read under another name.
final class OldNames {

    private static final Pattern MODELS = Pattern.compile("LLM(?=\\.|$)");
    private static final Pattern MODEL_NAME = Pattern.compile("^(llm\\.[^.]+\\.)model_name$");

    private OldNames() {}

    static String current(String key) {
        if (key.equals("meeting.threadpool_max_workers")) {
            return "meeting.workers";
        }
        String lower = MODELS.matcher(key).lookingAt() ? "llm" + key.substring(3) : key;
        return MODEL_NAME.matcher(lower).replaceFirst("$1model");
    }

    /// The contract documents both names of the number of workers, so only the others are old.
    static boolean deservesWarning(String key) {
        return key.equals("LLM") || key.endsWith(".model_name");
    }
}
