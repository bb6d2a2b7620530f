package dev.supie.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Map;
import java.util.Set;

/// Of the packages next to each other under one parent, a class uses only its own, or one that its
/// own is allowed to use. The parent itself counts as a neighbour, so nothing is shared there.
final class StayInOwnPackage extends ArchCondition<JavaClass> {

    private final String parent;
    private final Map<String, Set<String>> allowed;

    StayInOwnPackage(String parent, Map<String, Set<String>> allowed) {
        super("stay in their own package under %s, except for %s", parent, allowed);
        this.parent = parent;
        this.allowed = allowed;
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        String from = neighbour(origin);
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (isUnderParent(target) && !mayUse(from, neighbour(target))) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private boolean mayUse(String from, String to) {
        return from.equals(to) || allowed.getOrDefault(from, Set.of()).contains(to);
    }

    private boolean isUnderParent(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(parent + ".");
    }

    private String neighbour(JavaClass type) {
        String below = (type.getPackageName() + ".").substring(parent.length() + 1);
        return below.isEmpty() ? "" : below.substring(0, below.indexOf('.'));
    }
}
