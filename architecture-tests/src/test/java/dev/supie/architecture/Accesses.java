package dev.supie.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;

import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/// Calls, method references and field reads that a layer must not make.
final class Accesses {

    private static final String CONSTRUCTOR = "<init>";

    private static final Map<String, Set<String>> CLOCKS_AND_CHANCE =
            Map.of(
                    "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
                    "java.lang.Math", Set.of("random"),
                    "java.lang.StrictMath", Set.of("random"),
                    "java.util.UUID", Set.of("randomUUID"),
                    "java.util.Collections", Set.of("shuffle"),
                    "java.util.Calendar", Set.of("getInstance"),
                    "java.util.Date", Set.of(CONSTRUCTOR));

    private static final Set<String> SOURCES_OF_CHANCE =
            Set.of(
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.util.random.RandomGenerator",
                    "java.security.SecureRandom");

    private static final Map<String, Set<String>> CONSOLE =
            Map.of("java.lang.System", Set.of("out", "err", "in", "console"));

    private static final Set<String> BARE_EXCEPTIONS =
            Set.of(
                    "java.lang.Error",
                    "java.lang.Exception",
                    "java.lang.RuntimeException",
                    "java.lang.Throwable");

    private Accesses() {}

    static DescribedPredicate<JavaAccess<?>> toClocksOrChance() {
        return to(
                "reads a clock or draws lots",
                (owner, member) ->
                        names(CLOCKS_AND_CHANCE, owner, member)
                                || SOURCES_OF_CHANCE.contains(owner)
                                || (owner.startsWith("java.time.") && member.equals("now"))
                                || owner.equals("java.time.Clock")
                                || (owner.equals("java.time.InstantSource")
                                        && !member.equals("instant")));
    }

    static DescribedPredicate<JavaAccess<?>> toSleep() {
        return to("sleeps", (owner, member) -> member.equals("sleep") && inJdk(owner));
    }

    static DescribedPredicate<JavaAccess<?>> toConsole() {
        return to(
                "uses the console",
                (owner, member) ->
                        names(CONSOLE, owner, member)
                                || owner.equals("java.lang.IO")
                                || member.equals("printStackTrace"));
    }

    static DescribedPredicate<JavaAccess<?>> toExit() {
        return to(
                "ends the process",
                (owner, member) ->
                        (member.equals("exit") || member.equals("halt")) && inJdk(owner));
    }

    /// Making one; the constructor of an exception of ours calls its parent's, which is no making.
    static DescribedPredicate<JavaAccess<?>> toBareException() {
        return DescribedPredicate.describe(
                "makes a bare exception",
                access ->
                        access.getTarget().getName().equals(CONSTRUCTOR)
                                && BARE_EXCEPTIONS.contains(access.getTargetOwner().getName())
                                && !(access.getOrigin().isConstructor()
                                        && access.getOriginOwner()
                                                .isAssignableTo(Throwable.class)));
    }

    private static boolean inJdk(String owner) {
        return owner.startsWith("java.");
    }

    private static boolean names(Map<String, Set<String>> table, String owner, String member) {
        return table.getOrDefault(owner, Set.of()).contains(member);
    }

    private static DescribedPredicate<JavaAccess<?>> to(
            String description, BiPredicate<String, String> ownerAndMember) {
        return DescribedPredicate.describe(
                description,
                access ->
                        ownerAndMember.test(
                                access.getTargetOwner().getName(), access.getTarget().getName()));
    }
}
