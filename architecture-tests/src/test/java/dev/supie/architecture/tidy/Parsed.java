package dev.supie.architecture.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;

/// A source with its syntax tree.
record Parsed(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {

    long startLine(Tree tree) {
        return line(positions.getStartPosition(unit, tree));
    }

    long endLine(Tree tree) {
        return line(positions.getEndPosition(unit, tree));
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    Finding finding(Tree tree, String what) {
        return new Finding(file.path(), startLine(tree), what);
    }
}
