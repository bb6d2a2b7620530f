package dev.supie.architecture;

import com.tngtech.archunit.lang.ArchRule;

import java.util.function.Function;

/// One rule of the architecture, applicable to any layout.
///
/// @param id names the rule and, without its hyphens, the package of its planted violation
/// @param on makes the rule for a layout
record Rule(String id, Function<Layout, ArchRule> on) {

    Layout plantedLayout() {
        return new Layout(Layout.PLANTED_ROOT + "." + plantedPackage());
    }

    String plantedPackage() {
        return id.replace("-", "");
    }

    @Override
    public String toString() {
        return id;
    }
}
