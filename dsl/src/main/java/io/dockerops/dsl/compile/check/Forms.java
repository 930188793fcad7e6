package io.dockerops.dsl.compile.check;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.AnnotationConstantExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;

/** How a word is written: {@code volume 'name', at: …}. */
final class Forms {

    private static final ClassNode NAMED_PARAM = ClassHelper.make(NamedParam.class);
    private static final ClassNode NAMED_PARAMS = ClassHelper.make(NamedParams.class);
    private static final int SHOWN = 3;

    /** A named argument that a word takes. */
    record Named(String name, ClassNode type, boolean required) {}

    private final Terms terms;

    Forms(Terms terms) {
        this.terms = terms;
    }

    /** {@code write `a` or `b`}, the first few. */
    String hint(List<MethodNode> overloads) {
        List<String> forms =
                overloads.stream().map(this::form).distinct().limit(SHOWN).toList();
        return "write " + forms.stream().map(form -> "`" + form + "`").collect(Collectors.joining(" or "));
    }

    String form(MethodNode word) {
        List<String> arguments = new ArrayList<>();
        Parameter[] parameters = word.getParameters();
        int first = takesNamed(word) ? 1 : 0;
        boolean block = false;
        for (int i = first; i < parameters.length; i++) {
            if (Blocks.delegateOf(parameters[i]).isPresent()) {
                block = true;
            } else if (isVarargs(word, i)) {
                arguments.add(terms.example(parameters[i].getType().getComponentType(), parameters[i].getName()));
                arguments.add("…");
            } else {
                arguments.add(terms.example(parameters[i].getType(), parameters[i].getName()));
            }
        }
        if (first == 1) {
            arguments.addAll(namedExamples(word));
        }
        String list = String.join(", ", arguments);
        if (block) {
            return list.isEmpty() ? word.getName() + " { … }" : word.getName() + "(" + list + ") { … }";
        }
        return list.isEmpty() ? word.getName() + "()" : word.getName() + " " + list;
    }

    private List<String> namedExamples(MethodNode word) {
        List<Named> named = named(word);
        if (named.isEmpty()) {
            return List.of("name: …");
        }
        List<Named> required = named.stream().filter(Named::required).toList();
        return (required.isEmpty() ? named.subList(0, 1) : required)
                .stream().map(argument -> argument.name() + ": …").toList();
    }

    static boolean takesNamed(MethodNode word) {
        Parameter[] parameters = word.getParameters();
        return parameters.length > 0 && Terms.isMap(parameters[0].getType());
    }

    static boolean isVarargs(MethodNode word, int parameter) {
        Parameter[] parameters = word.getParameters();
        return parameter == parameters.length - 1
                && parameters[parameter].getType().isArray();
    }

    /** The named arguments that a word declares; none when it takes any name. */
    static List<Named> named(MethodNode word) {
        if (!takesNamed(word)) {
            return List.of();
        }
        Parameter parameter = word.getParameters()[0];
        List<AnnotationNode> found = new ArrayList<>(parameter.getAnnotations(NAMED_PARAM));
        for (AnnotationNode several : parameter.getAnnotations(NAMED_PARAMS)) {
            for (Expression one : elements(several.getMember("value"))) {
                if (one instanceof AnnotationConstantExpression constant
                        && constant.getValue() instanceof AnnotationNode annotation) {
                    found.add(annotation);
                }
            }
        }
        return found.stream().map(Forms::named).flatMap(Optional::stream).toList();
    }

    private static List<Expression> elements(Expression value) {
        return value instanceof ListExpression list ? list.getExpressions() : Arrays.asList(value);
    }

    private static Optional<Named> named(AnnotationNode annotation) {
        if (!(annotation.getMember("value") instanceof ConstantExpression name)) {
            return Optional.empty();
        }
        ClassNode type = annotation.getMember("type") instanceof ClassExpression given
                ? given.getType()
                : ClassHelper.OBJECT_TYPE;
        boolean required = annotation.getMember("required") instanceof ConstantExpression given
                && Boolean.TRUE.equals(given.getValue());
        return Optional.of(new Named(name.getText(), type, required));
    }
}
