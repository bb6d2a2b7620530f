package dev.supie.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adapters look inward, never at each other.
final class AdapterRules {

    private AdapterRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("inbound-dependencies", AdapterRules::inboundDependencies),
                new Rule("inbound-blindness", AdapterRules::inboundBlindness),
                new Rule("outbound-dependencies", AdapterRules::outboundDependencies),
                new Rule("outbound-blindness", AdapterRules::outboundBlindness),
                new Rule("adapters-and-services", AdapterRules::adaptersAndServices));
    }

    private static ArchRule inboundDependencies(Layout layout) {
        var own = List.of(layout.domain(), layout.application(), layout.inbound(), Jdk.NULLNESS);
        var technologies =
                List.of(
                        "io.helidon..",
                        // JSON-B is told by it which members of a record to write.
                        "java.lang.reflect",
                        "com.fasterxml.jackson..",
                        "jakarta.json..",
                        "org.eclipse.yasson..");
        return classes()
                .that()
                .resideInAPackage(layout.inbound())
                .should()
                .onlyDependOnClassesThat(
                        Jdk.packages(own, technologies, Jdk.VALUES, Jdk.CONCURRENCY, Jdk.EDGE));
    }

    private static ArchRule inboundBlindness(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.inbound())
                .should(
                        new StayInOwnPackage(
                                layout.root() + ".adapter.in",
                                Map.of(
                                        "badge", Set.of("form", "network", "websocket"),
                                        "http", Set.of("form", "mcp", "network"),
                                        "mcp", Set.of("form"),
                                        "tool", Set.of("form"))));
    }

    private static ArchRule outboundDependencies(Layout layout) {
        var own = List.of(layout.domain(), layout.application(), layout.outbound(), Jdk.NULLNESS);
        var technologies =
                List.of(
                        "ai.onnxruntime..",
                        "com.fasterxml.jackson..",
                        "com.nimbusds..",
                        "com.sun.speech.freetts..",
                        "com.zaxxer.hikari..",
                        "io.github.jaredmdobson.concentus..",
                        "io.github.resilience4j..",
                        "io.opentelemetry..",
                        // To keep onnxruntime from telling its makers about the machine.
                        "java.lang.foreign",
                        "java.net.http",
                        "java.sql",
                        // The form of sound in FreeTTS's interface.
                        "javax.sound.sampled",
                        "javax.sql",
                        "org.flywaydb..",
                        "org.h2..",
                        "org.jooq..",
                        "org.postgresql..");
        return classes()
                .that()
                .resideInAPackage(layout.outbound())
                .should()
                .onlyDependOnClassesThat(
                        Jdk.packages(own, technologies, Jdk.VALUES, Jdk.CONCURRENCY, Jdk.EDGE));
    }

    private static ArchRule outboundBlindness(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.outbound())
                .should(
                        new StayInOwnPackage(
                                layout.root() + ".adapter.out",
                                Map.of(
                                        "llm", Set.of("service"),
                                        "speech", Set.of("service"))));
    }

    private static ArchRule adaptersAndServices(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.adapters())
                .should()
                .dependOnClassesThat(
                        resideInAPackage(layout.application()).and(simpleNameEndingWith("Service")))
                .because("adapters call inbound ports and implement outbound ones");
    }
}
