package dev.supie.bootstrap.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// NET-3: the paths badges connect to, each in its form with a last slash.
record PathsKind() implements Kind<List<String>> {

    /// Nobody needs more, and each is a route of the listener.
    static final int PATHS_MAX = 16;

    private static final String FIX = "use a list such as [/supie/v1/, /xiaozhi/v1/]";
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/-]{0,200}");

    @Override
    public Reading<List<String>> read(Given given, Surroundings surroundings) {
        Given list = given instanceof Given.Text(String text) ? YamlFile.parsed(text) : given;
        if (!(list instanceof Given.Items(List<Given> items)) || items.isEmpty()) {
            return new Reading.Bad<>("is not a list of paths", FIX);
        }
        Set<String> paths = new LinkedHashSet<>();
        for (Given item : items) {
            if (!(item instanceof Given.Text(String path)) || !PATH.matcher(path).matches()) {
                return new Reading.Bad<>("has an entry that is not a path starting with /", FIX);
            }
            paths.add(path.endsWith("/") ? path : path + "/");
        }
        return paths.size() > PATHS_MAX
                ? new Reading.Bad<>("has more than " + PATHS_MAX + " paths", FIX)
                : new Reading.Good<>(List.copyOf(paths));
    }

    @Override
    public String shape() {
        return "list of up to " + PATHS_MAX + " paths";
    }

    @Override
    public String yaml(List<String> value) {
        return YamlText.list(value);
    }
}
