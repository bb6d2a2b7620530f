package dev.supie.architecture.tidy;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/// Switches over a sealed type or an enum of ours that have a `default`, so that the compiler could
/// not find the case that the next change forgets.
final class SwitchDefaults extends TreePathScanner<Void, Void> {

    private final Parsed source;
    private final JavacTask task;
    private final List<Finding> findings;

    private SwitchDefaults(Parsed source, JavacTask task, List<Finding> findings) {
        this.source = source;
        this.task = task;
        this.findings = findings;
    }

    static List<Finding> in(List<SourceFile> files) {
        JavacTask task = JavaSources.task(files, new DiagnosticCollector<JavaFileObject>());
        List<Parsed> parsed = JavaSources.read(task, files);
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Finding> findings = new ArrayList<>();
        for (Parsed each : parsed) {
            new SwitchDefaults(each, task, findings).scan(each.unit(), null);
        }
        return List.copyOf(findings);
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void unused) {
        look(tree, tree.getExpression(), tree.getCases());
        return super.visitSwitch(tree, null);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
        look(tree, tree.getExpression(), tree.getCases());
        return super.visitSwitchExpression(tree, null);
    }

    private void look(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases) {
        if (cases.stream().noneMatch(SwitchDefaults::hasDefault)) {
            return;
        }
        TypeMirror type =
                Trees.instance(task).getTypeMirror(new TreePath(getCurrentPath(), selector));
        if (type == null || type.getKind() == TypeKind.ERROR) {
            findings.add(source.finding(tree, "the type of " + selector + " cannot be found"));
        } else if (isClosed(task.getTypes().asElement(bound(type)))) {
            findings.add(source.finding(tree, "a default in a switch over " + type));
        }
    }

    private static boolean hasDefault(CaseTree each) {
        return each.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance);
    }

    private static TypeMirror bound(TypeMirror type) {
        return type instanceof TypeVariable variable ? variable.getUpperBound() : type;
    }

    /// The element of a primitive type is null.
    private static boolean isClosed(@Nullable Element element) {
        return element != null
                && element.toString().startsWith("dev.supie.")
                && (element.getKind() == ElementKind.ENUM
                        || element.getModifiers().contains(Modifier.SEALED));
    }
}
