package dev.supie.architecture.tidy;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Measures everything in one source.
///
/// A method's lines are those from its name to its closing brace, annotations left out. The header
/// of a record is data and not counted.
final class Sizes extends TreeScanner<Void, Void> {

    private final Parsed source;
    private final List<Sized> sizes = new ArrayList<>();
    private final Deque<ClassTree> types = new ArrayDeque<>();

    private Sizes(Parsed source) {
        this.source = source;
    }

    static List<Sized> of(Parsed source) {
        var scanner = new Sizes(source);
        int lines = source.file().lines().size();
        scanner.sizes.add(new Sized(Measure.FILE_LINES, source.file().path(), lines));
        scanner.scan(source.unit(), null);
        return List.copyOf(scanner.sizes);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        types.push(type);
        for (Tree member : type.getMembers()) {
            if (member instanceof BlockTree block) {
                add(Measure.METHOD_LINES, "<initializer>", 0, lines(block, block));
            }
        }
        super.visitClass(type, null);
        types.pop();
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        String name = method.getName().toString();
        int parameters = method.getParameters().size();
        boolean constructor = method.getReturnType() == null;
        if (method.getBody() != null) {
            Tree start = constructor ? method.getBody() : method.getReturnType();
            add(Measure.METHOD_LINES, name, parameters, lines(start, method));
        }
        if (!constructor) {
            add(Measure.PARAMETERS, name, parameters, parameters);
        } else if (types.element().getKind() != Tree.Kind.RECORD) {
            add(Measure.CONSTRUCTOR_PARAMETERS, name, parameters, parameters);
        }
        return super.visitMethod(method, null);
    }

    private int lines(Tree start, Tree end) {
        return Math.toIntExact(source.endLine(end) - source.startLine(start) + 1);
    }

    private void add(Measure measure, String name, int parameters, int size) {
        String type = types.element().getSimpleName().toString();
        String where = "%s#%s.%s(%d)".formatted(source.file().path(), type, name, parameters);
        sizes.add(new Sized(measure, where, size));
    }
}
