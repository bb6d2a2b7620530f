package dev.supie.architecture;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/// The product keeps every rule.
class ArchitectureTest {

    /// A rule over a layer without classes holds; [ProductClassesTest] sees to it that no layer is
    /// empty by mistake.
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(Rule rule) {
        rule.on().apply(Layout.PRODUCT).allowEmptyShould(true).check(ProductClasses.ALL);
    }

    static List<Rule> rules() {
        return Rules.all();
    }
}
