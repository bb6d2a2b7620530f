package dev.supie.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which parts of the JDK each layer may use, and the other allow-lists' common entries.
final class Jdk {

    static final String NULLNESS = "org.jspecify.annotations";

    /// Values and nothing else: no files, sockets, threads or locks.
    static final List<String> VALUES =
            List.of(
                    "java.lang",
                    "java.lang.annotation",
                    "java.math",
                    "java.nio",
                    "java.nio.charset",
                    "java.text",
                    "java.time",
                    "java.time.chrono",
                    "java.time.format",
                    "java.time.temporal",
                    "java.time.zone",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream");

    /// What the application adds: waiting for a turn, and handing work on.
    static final List<String> CONCURRENCY =
            List.of(
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks");

    /// What adapters add: bytes, files, sockets, and the cryptography of a handshake.
    static final List<String> EDGE =
            List.of(
                    "java.io",
                    "java.lang.invoke",
                    "java.lang.ref",
                    "java.net",
                    "java.nio.channels",
                    "java.nio.file",
                    "java.nio.file.attribute",
                    "java.security",
                    "java.security.cert",
                    "java.security.interfaces",
                    "java.security.spec",
                    "java.util.random",
                    "java.util.zip",
                    "javax.crypto",
                    "javax.crypto.spec",
                    "javax.net.ssl");

    /// Inside the allowed packages, but neither values nor pure.
    private static final Set<String> IMPURE =
            Set.of(
                    "java.lang.IO",
                    "java.lang.Process",
                    "java.lang.ProcessBuilder",
                    "java.lang.Runtime",
                    "java.lang.ScopedValue",
                    "java.lang.System",
                    "java.lang.System$Logger",
                    "java.lang.Thread",
                    "java.lang.ThreadLocal",
                    "java.time.Clock",
                    "java.time.InstantSource",
                    "java.util.Random",
                    "java.util.Scanner",
                    "java.util.Timer");

    private Jdk() {}

    /// Classes of these packages; each is a package, or a package and all below it (`..`).
    @SafeVarargs
    static DescribedPredicate<JavaClass> packages(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return JavaClass.Predicates.resideInAnyPackage(all.toArray(String[]::new))
                .as("reside in %s", all);
    }

    static DescribedPredicate<JavaClass> impure() {
        return DescribedPredicate.describe(
                "are impure", type -> IMPURE.contains(type.getBaseComponentType().getName()));
    }
}
