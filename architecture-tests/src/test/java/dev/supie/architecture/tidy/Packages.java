package dev.supie.architecture.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every package of the product introduces itself, belongs to one module, and lies in the layer of
/// that module.
final class Packages {

    private static final Map<String, String> LAYERS =
            Map.of(
                    "domain", "dev.supie.domain",
                    "application", "dev.supie.application",
                    "adapters-in", "dev.supie.adapter.in",
                    "adapters-out", "dev.supie.adapter.out",
                    "bootstrap", "dev.supie.bootstrap",
                    "distribution", "dev.supie.distribution");

    private Packages() {}

    static List<String> withoutIntroduction(List<SourceFile> shipped) {
        SortedSet<String> silent = new TreeSet<>();
        shipped.forEach(file -> silent.add(file.packageName()));
        shipped.stream()
                .filter(SourceFile::isPackageInfo)
                .forEach(file -> silent.remove(file.packageName()));
        return List.copyOf(silent);
    }

    static List<String> inTwoModules(List<SourceFile> files) {
        Map<String, SortedSet<String>> modules = new TreeMap<>();
        for (SourceFile file : files) {
            modules.computeIfAbsent(file.packageName(), _ -> new TreeSet<>()).add(file.module());
        }
        List<String> shared = new ArrayList<>();
        modules.forEach(
                (name, homes) -> {
                    if (homes.size() > 1) {
                        shared.add(name + " is in " + homes);
                    }
                });
        return shared;
    }

    /// A class outside its layer would escape every rule that names the layer.
    static List<String> outsideTheirLayer(List<SourceFile> shipped) {
        return shipped.stream().filter(file -> !isInLayer(file)).map(SourceFile::path).toList();
    }

    private static boolean isInLayer(SourceFile file) {
        String layer = LAYERS.get(file.module());
        return layer != null && (file.packageName() + ".").startsWith(layer + ".");
    }
}
