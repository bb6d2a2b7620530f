package dev.supie.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// The core is pure: values in, values out.
final class DomainRules {

    private static final Set<String> THREADS =
            Set.of(
                    "java.lang.Thread",
                    "java.lang.Thread$Builder",
                    "java.util.Timer",
                    "java.util.concurrent.Executors",
                    "java.util.concurrent.ForkJoinPool");

    private DomainRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("domain-dependencies", DomainRules::dependencies),
                new Rule("clocks-and-chance", DomainRules::clocksAndChance),
                new Rule("threads", DomainRules::threads),
                new Rule("optional-fields", DomainRules::optionalFields));
    }

    private static ArchRule dependencies(Layout layout) {
        var allowed =
                Jdk.packages(List.of(layout.domain(), Jdk.NULLNESS), Jdk.VALUES)
                        .and(not(Jdk.impure()));
        return classes()
                .that()
                .resideInAPackage(layout.domain())
                .should()
                .onlyDependOnClassesThat(allowed)
                .because("the domain compiles against values of the JDK and itself");
    }

    private static ArchRule clocksAndChance(Layout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(layout.domain(), layout.application())
                .should()
                .accessTargetWhere(Accesses.toClocksOrChance())
                .because("time and fresh ids come in as arguments; the shell reads InstantSource");
    }

    private static ArchRule threads(Layout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(layout.domain(), layout.application())
                .and()
                .resideOutsideOfPackage(layout.runtime())
                .should()
                .dependOnClassesThat(startThreads())
                .because("only the application's runtime package knows of threads");
    }

    private static DescribedPredicate<JavaClass> startThreads() {
        return DescribedPredicate.describe(
                "start threads", type -> THREADS.contains(type.getBaseComponentType().getName()));
    }

    private static ArchRule optionalFields(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.domain())
                .should()
                .notHaveRawType(Optional.class)
                .andShould()
                .notHaveRawType(OptionalInt.class)
                .andShould()
                .notHaveRawType(OptionalLong.class)
                .andShould()
                .notHaveRawType(OptionalDouble.class)
                .because("a state carries only what exists in that state");
    }
}
