package dev.supie.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

import java.util.List;

/// The outermost module, and the shape of the whole package graph.
final class BootstrapRules {

    private BootstrapRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("bootstrap-dependencies", BootstrapRules::dependencies),
                new Rule("bootstrap-outermost", BootstrapRules::outermost),
                new Rule("package-cycles", BootstrapRules::packageCycles));
    }

    private static ArchRule dependencies(Layout layout) {
        var own =
                List.of(
                        layout.domain(),
                        layout.application(),
                        layout.adapters(),
                        layout.bootstrap(),
                        Jdk.NULLNESS);
        var technologies =
                List.of(
                        "ch.qos.logback..",
                        // How many files the system lets the process open; the JDK tells nowhere
                        // else.
                        "com.sun.management",
                        "io.helidon..",
                        "jakarta.json..",
                        "java.lang.management",
                        "java.net.http",
                        "java.util.logging",
                        "org.slf4j..",
                        "org.yaml.snakeyaml..",
                        "picocli");
        return classes()
                .that()
                .resideInAPackage(layout.bootstrap())
                .should()
                .onlyDependOnClassesThat(
                        Jdk.packages(own, technologies, Jdk.VALUES, Jdk.CONCURRENCY, Jdk.EDGE));
    }

    private static ArchRule outermost(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(layout.bootstrap())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(layout.bootstrap());
    }

    private static ArchRule packageCycles(Layout layout) {
        // Generated packages point at each other both ways, and nobody can change that.
        return slices().matching(layout.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        resideInAPackage(layout.generated()), resideInAPackage(layout.generated()));
    }
}
