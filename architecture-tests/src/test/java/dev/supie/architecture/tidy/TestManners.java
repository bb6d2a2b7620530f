package dev.supie.architecture.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tests neither sleep nor mock, and none is switched off.
final class TestManners extends TreeScanner<Void, Void> {

    private static final Pattern UNWANTED =
            Pattern.compile(
                    "org\\.mockito\\..*|org\\.easymock\\..*|org\\.powermock\\..*|net\\.jqwik\\..*");

    private final Parsed source;
    private final List<Finding> findings = new ArrayList<>();

    private TestManners(Parsed source) {
        this.source = source;
    }

    static List<Finding> in(Parsed source) {
        var scanner = new TestManners(source);
        scanner.scan(source.unit(), null);
        return List.copyOf(scanner.findings);
    }

    @Override
    public Void visitImport(ImportTree tree, Void unused) {
        String name = tree.getQualifiedIdentifier().toString();
        if (UNWANTED.matcher(name).matches()) {
            findings.add(source.finding(tree, "imports " + name));
        }
        return super.visitImport(tree, null);
    }

    /// A call `x.sleep(…)` or a reference `X::sleep` to whatever sleeps.
    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        if (tree.getIdentifier().contentEquals("sleep")) {
            findings.add(source.finding(tree, "sleeps"));
        }
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void unused) {
        String name = tree.getAnnotationType().toString();
        if (name.equals("Disabled") || name.endsWith(".Disabled")) {
            findings.add(source.finding(tree, "is switched off"));
        }
        return super.visitAnnotation(tree, null);
    }
}
