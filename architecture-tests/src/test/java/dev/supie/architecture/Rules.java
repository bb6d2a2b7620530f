package dev.supie.architecture;

import java.util.List;
import java.util.stream.Stream;

/// Every rule of the architecture.
final class Rules {

    private Rules() {}

    static List<Rule> all() {
        return Stream.of(
                        DomainRules.all(),
                        ApplicationRules.all(),
                        AdapterRules.all(),
                        TechnologyRules.all(),
                        BootstrapRules.all(),
                        ShapeRules.all())
                .flatMap(List::stream)
                .toList();
    }
}
