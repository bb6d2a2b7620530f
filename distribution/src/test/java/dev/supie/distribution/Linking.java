package dev.supie.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Says what the JVM would miss in the classes of some packages, without running any of them.
final class Linking {

    private static final String CLASS = ".class";

    private final String packages;
    private final Map<String, ClassModel> classes = new HashMap<>();

    /// @param packages the beginning of the names of classes that are looked at, with slashes
    Linking(String packages) {
        this.packages = packages;
    }

    void add(JarFile jar) throws IOException {
        for (String name : jar.stream().map(entry -> entry.getName()).toList()) {
            if (name.endsWith(CLASS) && !name.contains("module-info") && !name.startsWith("META")) {
                try (InputStream bytes = jar.getInputStream(jar.getEntry(name))) {
                    add(bytes.readAllBytes());
                }
            }
        }
    }

    /// Takes the place of one of the same name.
    void add(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        classes.put(model.thisClass().asInternalName(), model);
    }

    ClassModel get(String name) {
        return find(name).orElseThrow();
    }

    /// Classes and members that some code names and that are nowhere. Types that are in a signature
    /// alone are not needed to run it.
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (ClassModel model : List.copyOf(classes.values())) {
            for (PoolEntry entry : model.constantPool()) {
                if (entry instanceof ClassEntry named) {
                    String name = element(named.asInternalName());
                    if (isLookedAt(name) && find(name).isEmpty()) {
                        missing.add(name);
                    }
                } else if (entry instanceof MemberRefEntry member
                        && isLookedAt(member.owner().asInternalName())
                        && !isMember(member)) {
                    missing.add(
                            member.owner().asInternalName()
                                    + "."
                                    + signature(member.name(), member.type()));
                }
            }
        }
        return missing;
    }

    /// Methods that a class promises and does not have.
    Set<String> unimplemented() {
        Set<String> unimplemented = new TreeSet<>();
        for (ClassModel model : List.copyOf(classes.values())) {
            if (isLookedAt(model.thisClass().asInternalName()) && isConcrete(model)) {
                Set<String> present = new HashSet<>();
                Set<String> promised = new HashSet<>();
                for (ClassModel type : withSupertypes(model)) {
                    for (MethodModel method : type.methods()) {
                        (isAbstract(method) ? promised : present)
                                .add(signature(method.methodName(), method.methodType()));
                    }
                }
                promised.removeAll(present);
                promised.forEach(
                        method ->
                                unimplemented.add(
                                        model.thisClass().asInternalName() + "." + method));
            }
        }
        return unimplemented;
    }

    /// What an array is one of, whatever its dimensions.
    private static String element(String name) {
        return name.startsWith("[") ? name.replaceAll("^\\[+L?|;$", "") : name;
    }

    private boolean isLookedAt(String name) {
        return name.startsWith(packages);
    }

    private static boolean isConcrete(ClassModel model) {
        return !model.flags().has(AccessFlag.ABSTRACT) && !model.flags().has(AccessFlag.INTERFACE);
    }

    private static boolean isAbstract(MethodModel method) {
        return method.flags().has(AccessFlag.ABSTRACT);
    }

    private static String signature(Object name, Object type) {
        return name + " " + type;
    }

    private boolean isMember(MemberRefEntry member) {
        String wanted = signature(member.name(), member.type());
        Optional<ClassModel> owner = find(member.owner().asInternalName());
        return owner.isPresent()
                && withSupertypes(owner.get()).stream()
                        .flatMap(Linking::members)
                        .anyMatch(wanted::equals);
    }

    private static Stream<String> members(ClassModel model) {
        return Stream.concat(
                model.methods().stream().map(m -> signature(m.methodName(), m.methodType())),
                model.fields().stream().map(f -> signature(f.fieldName(), f.fieldType())));
    }

    private Set<ClassModel> withSupertypes(ClassModel model) {
        Set<ClassModel> all = new LinkedHashSet<>();
        Deque<ClassModel> open = new ArrayDeque<>(List.of(model));
        while (!open.isEmpty()) {
            ClassModel next = open.poll();
            if (all.add(next)) {
                List<ClassEntry> supers = new ArrayList<>(next.interfaces());
                next.superclass().ifPresent(supers::add);
                supers.forEach(type -> find(type.asInternalName()).ifPresent(open::add));
            }
        }
        return all;
    }

    private Optional<ClassModel> find(String name) {
        if (!classes.containsKey(name)) {
            try (InputStream platform =
                    ClassLoader.getPlatformClassLoader().getResourceAsStream(name + CLASS)) {
                if (platform == null) {
                    return Optional.empty();
                }
                add(platform.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException(name, e);
            }
        }
        return Optional.ofNullable(classes.get(name));
    }
}
