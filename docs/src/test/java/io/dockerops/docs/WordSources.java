package io.dockerops.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the words from the sources of their interfaces, with the parser of the JDK's own compiler. */
public final class WordSources {

    private final Path folder;

    /** @param folder the folder of the interfaces */
    public WordSources(Path folder) {
        this.folder = folder;
    }

    /** The words of the interface {@code type}. */
    public Block read(String type) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, null, null, files.getJavaFileObjects(folder.resolve(type + ".java")));
            CompilationUnitTree unit = task.parse().iterator().next();
            return read(DocTrees.instance(task), new TreePath(unit), (ClassTree)
                    unit.getTypeDecls().get(0));
        }
    }

    private static Block read(DocTrees trees, TreePath unit, ClassTree type) {
        TreePath path = new TreePath(unit, type);
        Map<String, List<Word.Form>> words = new LinkedHashMap<>();
        for (MethodTree method : methods(type)) {
            DocCommentTree comment =
                    comment(trees, new TreePath(path, method), method.getName().toString());
            words.computeIfAbsent(wordOf(method), name -> new ArrayList<>()).add(form(method, comment));
        }
        List<Word> all = words.entrySet().stream()
                .map(word -> new Word(word.getKey(), word.getValue()))
                .toList();
        String name = type.getSimpleName().toString();
        return new Block(name, new Markdown(comment(trees, path, name).getFullBody()).text(), all);
    }

    private static List<MethodTree> methods(ClassTree type) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> !method.getModifiers().getFlags().contains(Modifier.PRIVATE))
                .filter(method -> method.getReturnType() != null)
                .toList();
    }

    private static DocCommentTree comment(DocTrees trees, TreePath path, String name) {
        return Optional.ofNullable(trees.getDocCommentTree(path))
                .orElseThrow(() -> new IllegalStateException("`" + name + "` has no comment"));
    }

    private static boolean isProperty(MethodTree method) {
        return method.getName().toString().matches("get[A-Z].*");
    }

    private static String wordOf(MethodTree method) {
        String name = method.getName().toString();
        return isProperty(method) ? name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4) : name;
    }

    private static Word.Form form(MethodTree method, DocCommentTree comment) {
        Map<String, String> texts = new LinkedHashMap<>();
        String since = "";
        for (var tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param) {
                texts.put(param.getName().toString(), new Markdown(param.getDescription()).text());
            } else if (tag instanceof SinceTree first) {
                since = new Markdown(first.getBody()).text();
            }
        }
        Markdown body = new Markdown(comment.getFullBody());
        List<Word.Argument> arguments = new ArrayList<>();
        for (VariableTree parameter : method.getParameters()) {
            arguments.add(
                    argument(parameter, texts.getOrDefault(parameter.getName().toString(), "")));
        }
        return new Word.Form(
                method.getReturnType().toString(),
                isProperty(method),
                body.text(),
                body.script(),
                arguments,
                since,
                knownAs(method));
    }

    private static List<String> knownAs(MethodTree method) {
        List<String> names = new ArrayList<>();
        for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
            if (annotation.getAnnotationType().toString().equals("KnownAs")) {
                ExpressionTree value = value(annotation, "value").orElseThrow();
                List<? extends ExpressionTree> all =
                        value instanceof NewArrayTree several ? several.getInitializers() : List.of(value);
                all.forEach(one -> names.add(text(one)));
            }
        }
        return names;
    }

    private static String text(ExpressionTree literal) {
        return String.valueOf(((LiteralTree) literal).getValue());
    }

    private static Word.Argument argument(VariableTree parameter, String text) {
        List<Word.Named> named = new ArrayList<>();
        String block = "";
        for (AnnotationTree annotation : parameter.getModifiers().getAnnotations()) {
            String kind = annotation.getAnnotationType().toString();
            if (kind.equals("NamedParams")) {
                ExpressionTree value = value(annotation, "value").orElseThrow();
                for (ExpressionTree one : ((NewArrayTree) value).getInitializers()) {
                    named.add(named((AnnotationTree) one));
                }
            } else if (kind.equals("DelegatesTo")) {
                block = simple(value(annotation, "value").orElseThrow());
            }
        }
        return new Word.Argument(parameter.getName().toString(), type(parameter), text, named, block);
    }

    /** The type, in which the parser writes {@code String...} as {@code String[]}. */
    private static String type(VariableTree parameter) {
        String type = parameter.getType().toString();
        boolean several = parameter.toString().contains("...");
        return several ? type.replace("[]", "").replace("...", "") + "..." : type;
    }

    private static Word.Named named(AnnotationTree annotation) {
        return new Word.Named(
                text(value(annotation, "value").orElseThrow()),
                simple(value(annotation, "type").orElseThrow()),
                value(annotation, "required").map(Object::toString).orElse("").equals("true"));
    }

    private static String simple(ExpressionTree typeLiteral) {
        return typeLiteral.toString().replaceFirst("\\.class$", "").replaceFirst("^.*\\.", "");
    }

    private static Optional<ExpressionTree> value(AnnotationTree annotation, String name) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (!(argument instanceof AssignmentTree assignment)) {
                return name.equals("value") ? Optional.of(argument) : Optional.empty();
            } else if (assignment.getVariable().toString().equals(name)) {
                return Optional.of(assignment.getExpression());
            }
        }
        return Optional.empty();
    }
}
