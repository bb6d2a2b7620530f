package dev.supie.architecture.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;

import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;

/// Every public type of the product says in Markdown what it is, and so does every package, which
/// is also null-marked.
final class Documentation {

    private static final String MARKDOWN = "///";

    private Documentation() {}

    static List<Finding> in(Parsed source) {
        return source.file().isPackageInfo() ? inPackage(source) : inTypes(source);
    }

    private static List<Finding> inTypes(Parsed source) {
        List<Finding> findings = new ArrayList<>();
        for (Tree tree : source.unit().getTypeDecls()) {
            if (tree instanceof ClassTree type
                    && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    && !isDocumented(source, type)) {
                findings.add(source.finding(type, type.getSimpleName() + " is undocumented"));
            }
        }
        return findings;
    }

    private static boolean isDocumented(Parsed source, ClassTree type) {
        int above = Math.toIntExact(source.startLine(type)) - 2;
        return above >= 0 && source.file().lines().get(above).startsWith(MARKDOWN);
    }

    private static List<Finding> inPackage(Parsed source) {
        List<Finding> findings = new ArrayList<>();
        boolean nullMarked =
                source.unit().getPackageAnnotations().stream()
                        .anyMatch(each -> each.getAnnotationType().toString().equals("NullMarked"));
        if (!nullMarked) {
            findings.add(new Finding(source.file().path(), 1, "the package is not @NullMarked"));
        }
        if (!source.file().text().startsWith(MARKDOWN)) {
            findings.add(new Finding(source.file().path(), 1, "the package is undocumented"));
        }
        return findings;
    }
}
