package dev.supie.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import static java.util.stream.Collectors.toCollection;

import dev.supie.architecture.tidy.ProductSources;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The rules see what they are meant to see: every class that has a source, in packages that exist.
class ProductClassesTest {

    /// Named by a rule, but not written yet. A package that arrives must leave this list, so that
    /// its going again is noticed.
    private static final Set<String> AWAITED = Set.of();

    @Test
    void everySourceHasItsClass() {
        Set<String> sources = ProductSources.typeNames();
        assertFalse(sources.isEmpty());

        sources.removeIf(ProductClasses.ALL::contain);

        assertEquals(Set.of(), sources, "not seen by any rule");
    }

    @Test
    void everyPackageThatARuleNamesExistsOrIsAwaited() {
        Set<String> existing = ProductSources.packageNames();

        Set<String> missing =
                namedPackages()
                        .filter(name -> existing.stream().noneMatch(each -> isIn(each, name)))
                        .collect(toCollection(TreeSet::new));

        assertEquals(
                new TreeSet<>(AWAITED),
                missing,
                "a package came (take it off AWAITED), went or was renamed");
    }

    private static Stream<String> namedPackages() {
        Layout product = Layout.PRODUCT;
        return Stream.concat(
                        TechnologyRules.homes(product),
                        Stream.of(
                                product.domain(),
                                product.application(),
                                product.runtime(),
                                product.inbound("websocket"),
                                product.bootstrap("cli"),
                                product.bootstrap("demo")))
                .map(pattern -> pattern.replaceFirst("\\.\\.$", ""));
    }

    private static boolean isIn(String packageName, String outer) {
        return (packageName + ".").startsWith(outer + ".");
    }
}
