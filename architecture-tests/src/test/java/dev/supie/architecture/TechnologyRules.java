package dev.supie.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Each technology lives in named packages and nowhere else.
final class TechnologyRules {

    private static final List<Technology> TECHNOLOGIES =
            List.of(
                    new Technology(
                            "jackson-confined",
                            List.of("com.fasterxml.jackson.."),
                            layout ->
                                    List.of(
                                            layout.inbound("badge.codec"),
                                            layout.outbound("jooq"),
                                            layout.outbound("llm"),
                                            layout.outbound("speech"),
                                            layout.outbound("webhook"))),
                    new Technology(
                            "json-binding-confined",
                            List.of("jakarta.json..", "org.eclipse.yasson.."),
                            layout ->
                                    List.of(
                                            layout.inbound("http"),
                                            layout.inbound("mcp"),
                                            layout.inbound("tool"),
                                            layout.bootstrap("admin"),
                                            layout.bootstrap("demo"),
                                            layout.bootstrap("devices"),
                                            layout.bootstrap("evaluation"),
                                            layout.bootstrap("meetings"),
                                            layout.bootstrap("pipe"),
                                            layout.bootstrap("remote"),
                                            layout.bootstrap("tasks"))),
                    new Technology(
                            "sql-confined",
                            List.of(
                                    "com.zaxxer.hikari..",
                                    "java.sql..",
                                    "javax.sql..",
                                    "org.flywaydb..",
                                    "org.h2..",
                                    "org.jooq..",
                                    "org.postgresql.."),
                            layout -> List.of(layout.outbound("jooq"))),
                    new Technology(
                            "http-client-confined",
                            List.of("java.net.http..", "io.helidon.webclient.."),
                            layout ->
                                    List.of(
                                            layout.outbound("auth"),
                                            layout.outbound("llm"),
                                            layout.outbound("service"),
                                            layout.outbound("speech"),
                                            layout.bootstrap("admin"),
                                            layout.bootstrap("demo"),
                                            layout.bootstrap("devices"),
                                            layout.bootstrap("management"),
                                            layout.bootstrap("meetings"),
                                            layout.bootstrap("pipe"),
                                            layout.bootstrap("remote"),
                                            layout.bootstrap("tasks"))),
                    new Technology(
                            "signed-tokens-confined",
                            List.of("com.nimbusds.."),
                            layout -> List.of(layout.outbound("auth"))),
                    new Technology(
                            "resilience-confined",
                            List.of("io.github.resilience4j.."),
                            layout -> List.of(layout.outbound("service"))),
                    new Technology(
                            "speech-confined",
                            List.of(
                                    "ai.onnxruntime..",
                                    "com.sun.speech.freetts..",
                                    "io.github.jaredmdobson.concentus..",
                                    "java.lang.foreign..",
                                    "javax.sound.."),
                            layout -> List.of(layout.outbound("speech"))),
                    // Nothing of it is loaded unless traces are turned on.
                    new Technology(
                            "tracing-confined",
                            List.of("io.opentelemetry.."),
                            layout -> List.of(layout.outbound("tracing"))),
                    new Technology(
                            "web-server-confined",
                            List.of("io.helidon.."),
                            layout -> List.of(layout.inbound(), layout.bootstrap())),
                    new Technology(
                            "command-line-confined",
                            List.of("picocli..", "org.yaml.snakeyaml.."),
                            layout -> List.of(layout.bootstrap())),
                    new Technology(
                            "logging-confined",
                            List.of(
                                    "java.util.logging..",
                                    "org.slf4j..",
                                    "ch.qos.logback..",
                                    "org.apache.logging..",
                                    "org.apache.commons.logging.."),
                            layout -> List.of(layout.bootstrap())));

    private TechnologyRules() {}

    static List<Rule> all() {
        return TECHNOLOGIES.stream().map(each -> new Rule(each.id(), each::rule)).toList();
    }

    /// Every package that is a home of some technology.
    static Stream<String> homes(Layout layout) {
        return TECHNOLOGIES.stream().flatMap(each -> each.homes().apply(layout).stream());
    }

    private record Technology(
            String id, List<String> packages, Function<Layout, List<String>> homes) {

        ArchRule rule(Layout layout) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(homes.apply(layout).toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages.toArray(String[]::new));
        }
    }
}
