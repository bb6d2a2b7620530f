package dev.supie.architecture.tidy;

import java.util.List;

/// One Java source of the project, or a planted one.
///
/// @param path from the project's root, with slashes
/// @param module the folder of its module
/// @param shipped whether it is part of the product rather than of its tests
record SourceFile(String path, String module, boolean shipped, String text) {

    static final String PLANTED_MODULE = "planted";

    /// A source of the product that exists only in a test.
    static SourceFile planted(String name, String text) {
        return new SourceFile(
                "planted/src/main/java/dev/supie/planted/" + name, PLANTED_MODULE, true, text);
    }

    /// A test source that exists only in a test.
    static SourceFile plantedTest(String name, String text) {
        return new SourceFile(
                "planted/src/test/java/dev/supie/planted/" + name, PLANTED_MODULE, false, text);
    }

    /// Its folder below `src/…/java`, as a package.
    String packageName() {
        String below = path.substring(path.indexOf("/java/") + "/java/".length());
        return below.substring(0, below.lastIndexOf('/')).replace('/', '.');
    }

    String typeName() {
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
        return packageName() + "." + name;
    }

    boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }

    List<String> lines() {
        return text.lines().toList();
    }
}
