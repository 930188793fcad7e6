package io.dockerops.dsl.compile.check;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.Generated;
import groovy.transform.Internal;
import io.dockerops.dsl.words.Everywhere;
import io.dockerops.dsl.words.KnownAs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;

/** The blocks of a vocabulary and their words. */
final class Blocks {

    private static final ClassNode DELEGATES_TO = ClassHelper.make(DelegatesTo.class);
    private static final ClassNode EVERYWHERE = ClassHelper.make(Everywhere.class);
    private static final ClassNode KNOWN_AS = ClassHelper.make(KnownAs.class);
    private static final List<ClassNode> MADE =
            List.of(ClassHelper.make(Generated.class), ClassHelper.make(Internal.class));
    private static final ClassNode CLOSURE = ClassHelper.make(Closure.class);

    /**
     * A kind of block.
     *
     * @param type what its words are spoken to
     * @param opener the word that opens it; empty for the top level
     * @param form how it is opened
     * @param words the forms of its words
     */
    record Block(ClassNode type, String opener, String form, Map<String, List<MethodNode>> words) {

        boolean top() {
            return opener.isEmpty();
        }

        boolean has(String word) {
            return words.containsKey(word);
        }

        /** Whether {@code method} is a form of one of its words, there or in an interface above. */
        boolean hasWord(MethodNode method) {
            ClassNode declaring = method.getDeclaringClass();
            return forms(method.getName()).stream()
                    .map(MethodNode::getDeclaringClass)
                    .anyMatch(type -> type.equals(declaring) || type.implementsInterface(declaring));
        }

        /** The forms of one word; none when the block does not have it. */
        List<MethodNode> forms(String word) {
            return words.getOrDefault(word, List.of());
        }

        /** The word that other tools call {@code name}. Annotations are not inherited, and stand at the interfaces. */
        Optional<String> knownAs(String name) {
            List<ClassNode> types = new ArrayList<>(List.of(type));
            types.addAll(type.getAllInterfaces());
            return words.keySet().stream()
                    .filter(word -> types.stream()
                            .flatMap(declaring -> declaring.getDeclaredMethods(word).stream())
                            .anyMatch(form -> isKnownAs(form, name)))
                    .findFirst();
        }

        /** {@code a service block}. */
        String described() {
            return Blocks.described(List.of(this));
        }
    }

    private final Forms forms;
    private final AddedWords added;
    private final Block top;
    private final List<Block> all = new ArrayList<>();

    Blocks(ClassNode base, Forms forms, AddedWords added) {
        this.forms = forms;
        this.added = added;
        top = new Block(base, "", "", wordsOf(base));
        Deque<Block> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            Block block = open.remove();
            all.add(block);
            block.words().values().stream().flatMap(List::stream).forEach(word -> {
                Optional<Block> inner = openedBy(word).filter(found -> !known(found) && !open.contains(found));
                inner.ifPresent(open::add);
            });
        }
    }

    Block top() {
        return top;
    }

    /** Every block that has the word. */
    List<Block> with(String word) {
        return all.stream().filter(block -> block.has(word)).toList();
    }

    /** The word of any block that other tools call {@code name}. */
    Optional<String> knownAs(String name) {
        return all.stream().flatMap(block -> block.knownAs(name).stream()).findFirst();
    }

    /** Every word of every block. */
    List<String> words() {
        return all.stream()
                .flatMap(block -> block.words().keySet().stream())
                .distinct()
                .toList();
    }

    /** The block that a method's closure parameter opens, named after the method when that is a word. */
    Optional<Block> openedBy(MethodNode method) {
        for (Parameter parameter : method.getParameters()) {
            Optional<ClassNode> delegate = delegateOf(parameter);
            if (delegate.isPresent()) {
                return Optional.of(blockOf(delegate.get(), method));
            }
        }
        return Optional.empty();
    }

    /** {@code a healthy block}, {@code a service or an instance block}, {@code the top level of the file}. */
    static String described(List<Block> blocks) {
        List<String> openers = blocks.stream()
                .filter(block -> !block.top())
                .map(block -> Terms.article(block.opener()))
                .distinct()
                .toList();
        String inner = openers.isEmpty() ? "" : Terms.either(openers) + " block";
        if (blocks.stream().noneMatch(Block::top)) {
            return inner;
        }
        return "the top level of the file" + (inner.isEmpty() ? "" : " or " + inner);
    }

    /** Whether a method is a word of some block: then it may be used there only. */
    boolean isWord(MethodNode method) {
        return with(method.getName()).stream().anyMatch(block -> block.hasWord(method));
    }

    static boolean everywhere(MethodNode method) {
        return !method.getAnnotations(EVERYWHERE).isEmpty();
    }

    private static boolean isKnownAs(MethodNode method, String name) {
        return method.getAnnotations(KNOWN_AS).stream()
                .map(annotation -> annotation.getMember("value"))
                .flatMap(value ->
                        value instanceof ListExpression list ? list.getExpressions().stream() : Stream.of(value))
                .anyMatch(known -> plain(known.getText()).equals(plain(name)));
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    /** What the words in a closure argument are spoken to. */
    static Optional<ClassNode> delegateOf(Parameter parameter) {
        if (!parameter.getType().isDerivedFrom(CLOSURE)) {
            return Optional.empty();
        }
        for (AnnotationNode annotation : parameter.getAnnotations(DELEGATES_TO)) {
            Expression value = annotation.getMember("value");
            if (value instanceof ClassExpression type) {
                return Optional.of(type.getType());
            }
        }
        return Optional.empty();
    }

    private boolean known(Block block) {
        return all.contains(block);
    }

    /** A function of the script may take a block too: that is called like those of the words. */
    private Block blockOf(ClassNode type, MethodNode method) {
        if (top.type().implementsInterface(type)) {
            return top;
        }
        Optional<Block> same =
                all.stream().filter(block -> block.type().equals(type)).findFirst();
        if (same.isPresent() && with(method.getName()).isEmpty()) {
            return same.get();
        }
        return new Block(type, method.getName(), forms.form(method), wordsOf(type));
    }

    /**
     * The public methods by name, without what every object or script has. Reflection gives methods in no order, so that
     * they are put into one: by name, the simplest form first.
     */
    private Map<String, List<MethodNode>> wordsOf(ClassNode type) {
        Map<String, MethodNode> bySignature = new LinkedHashMap<>();
        collect(type, bySignature);
        added.of(type).forEach(word -> bySignature.putIfAbsent(signature(word), word));
        List<MethodNode> sorted = new ArrayList<>(bySignature.values());
        sorted.sort(Comparator.comparing(MethodNode::getName)
                .thenComparing(Forms::takesNamed)
                .thenComparing(word -> word.getParameters().length)
                .thenComparing(forms::form));
        Map<String, List<MethodNode>> words = new LinkedHashMap<>();
        sorted.forEach(word ->
                words.computeIfAbsent(word.getName(), name -> new ArrayList<>()).add(word));
        return words;
    }

    private static void collect(ClassNode type, Map<String, MethodNode> bySignature) {
        if (ClassHelper.isObjectType(type) || type.getName().startsWith("groovy.lang.")) {
            return;
        }
        for (MethodNode method : type.getMethods()) {
            if (method.isPublic() && !method.isStatic() && !method.isSynthetic() && !generated(method)) {
                bySignature.putIfAbsent(signature(method), method);
            }
        }
        if (type.getSuperClass() != null) {
            collect(type.getSuperClass(), bySignature);
        }
        for (ClassNode inherited : type.getInterfaces()) {
            collect(inherited, bySignature);
        }
    }

    /** Whether Groovy has made it, in a class of a library whose words are those of a block. */
    private static boolean generated(MethodNode method) {
        return MADE.stream()
                .anyMatch(annotation -> !method.getAnnotations(annotation).isEmpty());
    }

    /** Without the return type, so that a narrower one in a subtype hides the inherited one. */
    private static String signature(MethodNode method) {
        StringBuilder signature = new StringBuilder(method.getName());
        for (Parameter parameter : method.getParameters()) {
            signature.append(' ').append(parameter.getType().getName());
        }
        return signature.toString();
    }
}
