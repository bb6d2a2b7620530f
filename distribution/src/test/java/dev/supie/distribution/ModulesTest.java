package dev.supie.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The modules of the packaged Java are those that the jars name, but for a few that are left out
/// or added on purpose.
final class ModulesTest {

    /// H2 and jOOQ compile and run scripts that somebody gives them; nobody does. The queue of
    /// OpenTelemetry that needs the last one is not ours (ADR 0033).
    private static final Set<String> NEVER_REACHED =
            Set.of("java.compiler", "java.scripting", "jdk.unsupported");

    /// For people who have to find out what a server does.
    private static final Set<String> FOR_PEOPLE = Set.of("jdk.jcmd", "jdk.jfr");

    @Test
    void modulesAreThoseThatTheJarsName() throws IOException {
        Set<String> wanted = new TreeSet<>(named());
        wanted.removeAll(NEVER_REACHED);
        wanted.addAll(FOR_PEOPLE);

        assertEquals(wanted, new TreeSet<>(RuntimeImage.modules()));
    }

    private static Set<String> named() throws IOException {
        Map<String, String> homes = new HashMap<>();
        ModuleFinder.ofSystem()
                .findAll()
                .forEach(
                        module ->
                                module.descriptor()
                                        .packages()
                                        .forEach(
                                                name ->
                                                        homes.put(
                                                                name, module.descriptor().name())));
        Set<String> modules = new TreeSet<>();
        String classPath = System.getProperty("supie.target") + "/class-path.txt";
        for (String jar : Files.readString(Path.of(classPath)).strip().split(":", -1)) {
            try (JarFile file = new JarFile(jar)) {
                for (JarEntry entry : Collections.list(file.entries())) {
                    if (isClass(entry.getName())) {
                        addModules(file, entry, homes, modules);
                    }
                }
            }
        }
        return modules;
    }

    /// A class of a newer Java than ours is never loaded.
    private static boolean isClass(String name) {
        return name.endsWith(".class")
                && !name.endsWith("module-info.class")
                && !name.startsWith("META-INF/");
    }

    private static void addModules(
            JarFile jar, JarEntry entry, Map<String, String> homes, Set<String> modules)
            throws IOException {
        try (InputStream bytes = jar.getInputStream(entry)) {
            for (PoolEntry constant : ClassFile.of().parse(bytes.readAllBytes()).constantPool()) {
                if (constant instanceof ClassEntry named) {
                    String name = named.asInternalName().replaceFirst("^\\[+L?", "");
                    int end = name.lastIndexOf('/');
                    String home =
                            end < 0 ? null : homes.get(name.substring(0, end).replace('/', '.'));
                    if (home != null) {
                        modules.add(home);
                    }
                }
            }
        }
    }
}
