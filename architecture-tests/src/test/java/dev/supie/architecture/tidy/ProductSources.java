package dev.supie.architecture.tidy;

import java.util.Set;
import java.util.TreeSet;

/// What the source tree says there must be among the compiled classes.
public final class ProductSources {

    /// Packs the product, and is not in it: its one program runs in the build.
    private static final String PACKER = "distribution";

    private ProductSources() {}

    /// Fully qualified names of all top-level types that a file is named after.
    public static Set<String> typeNames() {
        Set<String> names = new TreeSet<>();
        for (SourceFile file : SourceTree.shipped()) {
            if (!file.isPackageInfo() && !file.module().equals(PACKER)) {
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
