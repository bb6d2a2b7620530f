package dev.supie.adapter.in.badge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where badges connect (NET-3), each path with and without its last `/`.
///
/// @param bare without the last `/`
public record BadgePaths(Set<String> bare) {

    /// Ours, and the one stock firmware is configured with.
    public static final BadgePaths STANDARD = of(List.of("/supie/v1/", "/xiaozhi/v1/"));

    public BadgePaths {
        bare = Set.copyOf(bare);
    }

    /// @throws IllegalArgumentException if a path does not begin with `/`
    public static BadgePaths of(List<String> paths) {
        return new BadgePaths(paths.stream().map(BadgePaths::checked).collect(Collectors.toSet()));
    }

    boolean contains(String path) {
        return bare.contains(withoutLastSlash(path));
    }

    private static String checked(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with /: " + path);
        }
        return withoutLastSlash(path);
    }

    private static String withoutLastSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
