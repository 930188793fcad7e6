package io.dockerops.dsl.compile.check;

import groovy.lang.GString;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** How users call types: text, a number, a duration, a list, a block. */
final class Terms {

    private static final ClassNode CHARS = ClassHelper.make(CharSequence.class);
    private static final ClassNode GSTRING = ClassHelper.make(GString.class);
    private static final ClassNode NUMBER = ClassHelper.make(Number.class);
    private static final ClassNode PATH = ClassHelper.make(Path.class);
    private static final ClassNode FILE = ClassHelper.make(File.class);
    private static final ClassNode ITERABLE = ClassHelper.make(Iterable.class);
    private static final ClassNode MAP = ClassHelper.make(Map.class);
    private static final ClassNode CLOSURE = ClassHelper.CLOSURE_TYPE;
    private static final List<String> SUFFIXES = List.of("Handle", "Words", "Target", "Reference");

    private final List<Term> terms;

    Terms(List<Term> terms) {
        this.terms = terms;
    }

    List<Class<?>> types() {
        return terms.stream().<Class<?>>map(Term::type).toList();
    }

    /** {@code a service}, {@code an instance}. */
    static String article(String noun) {
        return ("aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0 ? "an " : "a ") + noun;
    }

    /** {@code text}, {@code text or a list}, {@code text, a list or a block}. */
    static String either(List<String> names) {
        if (names.size() == 1) {
            return names.get(0);
        }
        String last = names.get(names.size() - 1);
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + last;
    }

    /** What a word expects. */
    String expected(ClassNode type) {
        ClassNode wrapped = ClassHelper.getWrapper(type);
        if (isWhole(wrapped)) {
            return "a whole number";
        }
        return name(wrapped);
    }

    /** What a user gave. */
    String given(Expression expression, ClassNode type) {
        if (expression instanceof ClosureExpression) {
            return "a block";
        }
        if (expression instanceof MapExpression) {
            return "names with values";
        }
        if (expression instanceof ListExpression) {
            return "a list";
        }
        if (expression instanceof ConstantExpression constant && constant.isNullExpression()) {
            return "null";
        }
        return ClassHelper.isPrimitiveVoid(type) ? "nothing" : name(ClassHelper.getWrapper(type));
    }

    /** Without an article, as the subject of a sentence about what it has: {@code a service}, {@code text}. */
    String name(ClassNode type) {
        Optional<Term> term = term(type);
        if (term.isPresent()) {
            return term.get().name();
        }
        if (is(type, PATH) || is(type, FILE)) {
            return "a path";
        }
        if (type.isArray() || is(type, ITERABLE)) {
            return "a list";
        }
        if (is(type, CHARS) || is(type, GSTRING) || type.equals(ClassHelper.Character_TYPE)) {
            return "text";
        }
        if (type.isDerivedFrom(NUMBER)) {
            return "a number";
        }
        if (type.equals(ClassHelper.Boolean_TYPE)) {
            return "true or false";
        }
        if (is(type, MAP)) {
            return "names with values";
        }
        if (type.isDerivedFrom(CLOSURE)) {
            return "a block";
        }
        if (type.equals(ClassHelper.CLASS_Type)) {
            return "a type";
        }
        if (type.isPrimaryClassNode()) {
            return "`" + type.getNameWithoutPackage() + "`";
        }
        return ClassHelper.isObjectType(type) ? "a value" : article(noun(type.getNameWithoutPackage()));
    }

    /** An argument as it stands in a script: {@code 'name'}, {@code 30.seconds}. */
    String example(ClassNode type, String parameter) {
        ClassNode wrapped = ClassHelper.getWrapper(type);
        Optional<Term> term = term(wrapped);
        if (term.isPresent()) {
            return term.get().example();
        }
        return switch (expected(wrapped)) {
            case "text" -> "'" + parameter + "'";
            case "a whole number" -> "1";
            case "a number" -> "1.5";
            case "true or false" -> "true";
            case "a list" -> "[…]";
            case "names with values" -> "name: …";
            case "a block" -> "{ … }";
            default -> parameter;
        };
    }

    static boolean isWhole(ClassNode type) {
        return type.equals(ClassHelper.Integer_TYPE)
                || type.equals(ClassHelper.Long_TYPE)
                || type.equals(ClassHelper.Short_TYPE);
    }

    static boolean isMap(ClassNode type) {
        return is(type, MAP);
    }

    private static boolean is(ClassNode type, ClassNode wanted) {
        return type.equals(wanted) || type.isDerivedFrom(wanted) || type.implementsInterface(wanted);
    }

    private Optional<Term> term(ClassNode type) {
        return terms.stream()
                .filter(term -> term.type().getName().equals(type.getName()))
                .findFirst();
    }

    /** {@code ServiceHandle}: {@code service}; {@code RestartPolicy}: {@code restart policy}. */
    private static String noun(String simpleName) {
        String name = simpleName.substring(simpleName.lastIndexOf('$') + 1);
        for (String suffix : SUFFIXES) {
            if (name.endsWith(suffix) && name.length() > suffix.length()) {
                name = name.substring(0, name.length() - suffix.length());
                break;
            }
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("(?<=[a-z0-9])(?=[A-Z])")) {
            parts.add(part.toLowerCase(Locale.ROOT));
        }
        return String.join(" ", parts);
    }
}
