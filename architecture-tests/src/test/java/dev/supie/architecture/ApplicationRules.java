package dev.supie.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

import java.util.List;

/// The shell round the core speaks our words only: no SQL, JSON, HTTP or file.
final class ApplicationRules {

    private ApplicationRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("application-dependencies", ApplicationRules::dependencies),
                new Rule("port-dependencies", ApplicationRules::portDependencies),
                new Rule("hidden-services", ApplicationRules::hiddenServices));
    }

    private static ArchRule dependencies(Layout layout) {
        var own = List.of(layout.domain(), layout.application(), Jdk.NULLNESS);
        return classes()
                .that()
                .resideInAPackage(layout.application())
                .should()
                .onlyDependOnClassesThat(Jdk.packages(own, Jdk.VALUES, Jdk.CONCURRENCY))
                .because("the application knows the domain, itself and the JDK's values and turns");
    }

    private static ArchRule portDependencies(Layout layout) {
        var own = List.of(layout.domain(), layout.ports(), Jdk.NULLNESS);
        return classes()
                .that()
                .resideInAPackage(layout.ports())
                .should()
                .onlyDependOnClassesThat(Jdk.packages(own, Jdk.VALUES, Jdk.CONCURRENCY))
                .because("a port is a promise in domain words, blind to services");
    }

    private static ArchRule hiddenServices(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.application())
                .and()
                .haveSimpleNameEndingWith("Service")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .bePackagePrivate()
                .because("callers see the inbound port; the service is made by a factory");
    }
}
