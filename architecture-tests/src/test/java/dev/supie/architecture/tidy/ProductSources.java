package dev.supie.architecture.tidy;

import java.util.Set;
import java.util.TreeSet;

/// What the source tree says there must be among the compiled classes.
public final class ProductSources {

    private ProductSources() {}

    /// Fully qualified names of all top-level types that a file is named after.
    public static Set<String> typeNames() {
        Set<String> names = new TreeSet<>();
        for (SourceFile file : SourceTree.shipped()) {
            if (!file.isPackageInfo()) {
                names.add(file.typeName());
            }
        }
        return names;
    }

    /// Packages with at least one source.
    public static Set<String> packageNames() {
        Set<String> names = new TreeSet<>();
        SourceTree.shipped().forEach(file -> names.add(file.packageName()));
        return names;
    }
}
