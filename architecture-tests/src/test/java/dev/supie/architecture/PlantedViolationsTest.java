package dev.supie.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Every rule bites: in its planted package it accuses exactly the classes named `Violating…`.
class PlantedViolationsTest {

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages(Layout.PLANTED_ROOT);

    /// Of a line such as `Method <a.b.Violating.run()> calls …` or `Class <a.b.Violating> …`.
    private static final Pattern ACCUSED =
            Pattern.compile(
                    "(?m)^\\W*(?:\\d+\\. )?\\w+ <dev\\.supie\\.planted\\.[a-z.]*([A-Z]\\w*)");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void bites(Rule rule) {
        JavaClasses planted = PLANTED.that(resideInAPackage(rule.plantedLayout().everything()));
        SortedSet<String> violating = violating(planted);
        assertFalse(violating.isEmpty(), "nothing is planted for " + rule);

        EvaluationResult result = rule.on().apply(rule.plantedLayout()).evaluate(planted);

        assertEquals(violating, accused(result), () -> result.getFailureReport().toString());
    }

    @Test
    void everyPlantedPackageHasItsRule() {
        Set<String> planted = new TreeSet<>();
        for (JavaClass type : PLANTED) {
            String below = type.getPackageName().substring(Layout.PLANTED_ROOT.length() + 1);
            planted.add(below.replaceFirst("\\..*", ""));
        }
        assertEquals(
                rules().stream().map(Rule::plantedPackage).collect(toCollection(TreeSet::new)),
                planted);
    }

    static List<Rule> rules() {
        return Rules.all();
    }

    private static SortedSet<String> violating(JavaClasses planted) {
        return planted.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.matches("I?Violating.*"))
                .collect(toCollection(TreeSet::new));
    }

    private static SortedSet<String> accused(EvaluationResult result) {
        return ACCUSED.matcher(String.join("\n", result.getFailureReport().getDetails()))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
