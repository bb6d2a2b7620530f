package dev.supie.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.List;
import java.util.Set;

/// Names and habits that every class of ours keeps.
final class ShapeRules {

    private ShapeRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("empty-suffixes", ShapeRules::emptySuffixes),
                new Rule("interface-prefix", ShapeRules::interfacePrefix),
                new Rule("mutable-statics", ShapeRules::mutableStatics),
                new Rule("sleep", ShapeRules::sleep),
                new Rule("console", ShapeRules::console),
                new Rule("exit", ShapeRules::exit),
                new Rule("bare-exceptions", ShapeRules::bareExceptions));
    }

    private static ArchRule emptySuffixes(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(layout.generated())
                .should()
                .haveNameMatching(".*(Impl|Manager|Utils?|Utility|Utilities|Helpers?)")
                .because("a name says the role; these suffixes say nothing");
    }

    private static ArchRule interfacePrefix(Layout layout) {
        return noClasses()
                .that()
                .areInterfaces()
                .and()
                .resideInAPackage(layout.everything())
                .should()
                .haveNameMatching(".*[.$]I[A-Z]\\w*");
    }

    private static ArchRule mutableStatics(Layout layout) {
        return fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.everything())
                .should(beConstant());
    }

    private static ArchCondition<JavaField> beConstant() {
        return new ArchCondition<>("be final, and no array unless private") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                Set<JavaModifier> modifiers = field.getModifiers();
                boolean fixed = modifiers.contains(JavaModifier.FINAL);
                boolean own = modifiers.contains(JavaModifier.PRIVATE);
                if (!fixed || (field.getRawType().isArray() && !own)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    field, field.getDescription() + " can be changed"));
                }
            }
        };
    }

    private static ArchRule sleep(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .should()
                .accessTargetWhere(Accesses.toSleep())
                .because("waiting is an alarm or a bounded queue");
    }

    private static ArchRule console(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.bootstrap("cli"), layout.bootstrap("demo"))
                .should()
                .accessTargetWhere(Accesses.toConsole())
                .because("only the command line and the demo speak to a terminal");
    }

    private static ArchRule exit(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(layout.bootstrap())
                .should()
                .accessTargetWhere(Accesses.toExit());
    }

    private static ArchRule bareExceptions(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .should()
                .accessTargetWhere(Accesses.toBareException())
                .because("who catches it must be able to tell it from a bug");
    }
}
