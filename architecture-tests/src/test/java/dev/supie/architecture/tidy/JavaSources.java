package dev.supie.architecture.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Sources as the JDK's own compiler reads them, through its public tree API.
final class JavaSources {

    private JavaSources() {}

    /// Syntax trees without types, in the order of the files.
    static List<Parsed> parse(List<SourceFile> files) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        List<Parsed> parsed = read(task(files, problems), files);
        for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
            if (problem.getKind() == Diagnostic.Kind.ERROR) {
                throw new IllegalArgumentException("not Java: " + problem);
            }
        }
        return parsed;
    }

    static Parsed parse(SourceFile file) {
        return parse(List.of(file)).getFirst();
    }

    static JavacTask task(List<SourceFile> files, DiagnosticCollector<JavaFileObject> problems) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<InMemory> units = files.stream().map(InMemory::new).toList();
        List<String> options =
                List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
        return (JavacTask) compiler.getTask(null, null, problems, options, null, units);
    }

    static List<Parsed> read(JavacTask task, List<SourceFile> files) {
        var positions = Trees.instance(task).getSourcePositions();
        List<Parsed> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(new Parsed(files.get(parsed.size()), unit, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parsed;
    }

    private static final class InMemory extends SimpleJavaFileObject {

        private final String text;

        InMemory(SourceFile file) {
            super(URI.create("memory:///" + file.path()), Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
