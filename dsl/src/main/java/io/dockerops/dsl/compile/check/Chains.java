package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.check.Blocks.Block;
import io.dockerops.engine.problem.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;

/**
 * Words behind each other without a comma, dot or line end: Groovy reads {@code a b c d} as {@code a(b).c(d)}, and here
 * that is always a missing comma, colon, dot or line end. Gives back what was probably meant.
 */
final class Chains {

    private static final Pattern UNQUOTED = Pattern.compile("[\\w./@+-]+:[\\w./:@+-]+");

    private final Language language;
    private final Findings findings;

    Chains(Language language, Findings findings) {
        this.language = language;
        this.findings = findings;
    }

    Expression call(MethodCallExpression call) {
        if (call.isImplicitThis()) {
            return "$".equals(call.getMethodAsString()) ? placeholder(call) : unquoted(quotedBeforeBlock(call));
        }
        Expression object = call.getObjectExpression();
        if (!dotless(object, call.getMethod())) {
            return call;
        }
        if (object instanceof VariableExpression word
                && !language.blocks().with(word.getName()).isEmpty()) {
            missingComma(arguments(call).isEmpty() ? call.getMethod() : first(arguments(call)));
            return word(word.getName(), word, join(List.of(value(call.getMethod())), arguments(call)), call);
        }
        if (!(object instanceof MethodCallExpression first) || !first.isImplicitThis()) {
            return call;
        }
        if (!language.blocks().with(call.getMethodAsString()).isEmpty()) {
            newStatement(call.getMethod());
            return first;
        }
        missingComma(call.getMethod());
        return with(first, join(List.of(value(call.getMethod())), arguments(call)));
    }

    Expression property(PropertyExpression property) {
        Expression behind = property.getProperty();
        if (!(property.getObjectExpression() instanceof MethodCallExpression first)
                || !first.isImplicitThis()
                || !dotless(first, behind)) {
            return property;
        }
        List<Expression> arguments = arguments(first);
        Expression last = arguments.isEmpty() ? first : arguments.get(arguments.size() - 1);
        if (last instanceof ConstantExpression number && number.getValue() instanceof Number) {
            return unit(first, number, behind);
        }
        if (last instanceof VariableExpression name && quoted(behind)) {
            return missingColon(first, name, behind);
        }
        if (!language.blocks().with(property.getPropertyAsString()).isEmpty()) {
            newStatement(behind);
            return first;
        }
        missingComma(behind);
        return with(first, List.of(value(behind)));
    }

    /** {@code memory 512mb}, {@code every 2 seconds}. */
    private Expression unit(MethodCallExpression first, ConstantExpression number, Expression behind) {
        String unit = behind.getText();
        List<String> meant = language.units().contains(unit)
                ? List.of(unit)
                : language.units().stream()
                        .filter(known -> known.startsWith(unit))
                        .filter(known -> !language.units().contains(known + "s"))
                        .toList();
        SourceRef place =
                findings.source().place(number.getLineNumber(), number.getColumnNumber(), behind.getLastColumnNumber());
        if (meant.isEmpty()) {
            findings.error(
                    place,
                    "there is no unit `" + unit + "`",
                    "write `" + number.getText() + ".` and one of "
                            + language.units().stream()
                                    .map(known -> "`" + known + "`")
                                    .collect(Collectors.joining(", ")));
            return first;
        }
        String forms = Terms.either(meant.stream()
                .map(known -> "`" + number.getText() + "." + known + "`")
                .toList());
        findings.error(place, "a number and its unit need a dot between them", "write " + forms);
        PropertyExpression quantity = new PropertyExpression(number, meant.get(0));
        quantity.setSourcePosition(number);
        quantity.getProperty().setSourcePosition(behind);
        List<Expression> arguments = new ArrayList<>(arguments(first));
        arguments.set(arguments.size() - 1, quantity);
        return word(first.getMethodAsString(), first.getMethod(), arguments, first);
    }

    /** {@code volume 'data', at '/data'}. */
    private Expression missingColon(MethodCallExpression first, VariableExpression name, Expression behind) {
        findings.error(
                name,
                "a colon is missing after `" + name.getName() + "`",
                "write `" + name.getName() + ": " + findings.text(behind).orElse("…") + "`");
        List<Expression> arguments = new ArrayList<>(arguments(first));
        arguments.remove(arguments.size() - 1);
        ConstantExpression key = new ConstantExpression(name.getName());
        key.setSourcePosition(name);
        MapExpression map;
        if (!arguments.isEmpty() && arguments.get(0) instanceof MapExpression given) {
            map = given;
        } else {
            map = new MapExpression();
            map.setSourcePosition(name);
            arguments.add(0, map);
        }
        map.addMapEntryExpression(new MapEntryExpression(key, value(behind)));
        return word(first.getMethodAsString(), first.getMethod(), arguments, first);
    }

    /** {@code service 'db' { … }}. */
    private MethodCallExpression quotedBeforeBlock(MethodCallExpression call) {
        List<Expression> arguments = arguments(call);
        if (arguments.isEmpty()
                || !(arguments.get(arguments.size() - 1) instanceof MethodCallExpression name)
                || !name.isImplicitThis()
                || !quoted(name.getMethod())
                || arguments(name).stream().noneMatch(ClosureExpression.class::isInstance)) {
            return call;
        }
        String text = findings.text(name.getMethod()).orElse("…");
        findings.error(
                name.getMethod(),
                "what stands between a word and its block needs parentheses",
                "write `" + call.getMethodAsString() + "(" + text + ") { … }`");
        List<Expression> repaired = new ArrayList<>(arguments.subList(0, arguments.size() - 1));
        repaired.add(value(name.getMethod()));
        repaired.addAll(arguments(name));
        return word(call.getMethodAsString(), call.getMethod(), repaired, call);
    }

    /** {@code image nginx:1.25}, where the word takes no named arguments. */
    private Expression unquoted(MethodCallExpression call) {
        List<Expression> arguments = arguments(call);
        List<Block> blocks = language.blocks().with(call.getMethodAsString());
        if (arguments.size() != 1
                || !(arguments.get(0) instanceof MapExpression map)
                || map.getMapEntryExpressions().size() != 1
                || blocks.isEmpty()
                || blocks.stream()
                        .flatMap(block -> block.forms(call.getMethodAsString()).stream())
                        .anyMatch(form -> form.getParameters().length == 1 && Forms.takesNamed(form))) {
            return call;
        }
        String text = findings.text(map).orElse("");
        if (!UNQUOTED.matcher(text).matches()) {
            return call;
        }
        findings.error(map, "`" + text + "` needs quotes", "write `" + call.getMethodAsString() + " '" + text + "'`");
        ConstantExpression value = new ConstantExpression(text);
        value.setSourcePosition(map);
        return word(call.getMethodAsString(), call.getMethod(), List.of(value), call);
    }

    /** <code>image ${name}</code>. */
    private Expression placeholder(MethodCallExpression call) {
        List<Expression> arguments = arguments(call);
        if (arguments.size() != 1
                || !(arguments.get(0) instanceof ClosureExpression closure)
                || !(closure.getCode() instanceof BlockStatement code)
                || code.getStatements().size() != 1
                || !(code.getStatements().get(0) instanceof ExpressionStatement only)) {
            return call;
        }
        String inside = findings.text(only.getExpression()).orElse("…");
        findings.error(
                call, "`${…}` works inside double quotes only", "write `" + inside + "` or `\"${" + inside + "}\"`");
        return only.getExpression();
    }

    private static Expression first(List<Expression> arguments) {
        return arguments.get(0) instanceof MapExpression map
                        && !map.getMapEntryExpressions().isEmpty()
                ? map.getMapEntryExpressions().get(0).getKeyExpression()
                : arguments.get(0);
    }

    private void missingComma(Expression behind) {
        String text = findings.text(behind).orElse("…");
        findings.error(behind, "a comma is missing before `" + text + "`");
    }

    private void newStatement(Expression behind) {
        String word = behind.getText();
        findings.error(
                behind,
                "the word `" + word + "` needs a line of its own",
                "put it on a new line, or write `;` before it");
    }

    private boolean dotless(Expression before, Expression behind) {
        if (before.getLineNumber() < 1
                || before.getLastLineNumber() != behind.getLineNumber()
                || before.getLastColumnNumber() > behind.getColumnNumber()) {
            return false;
        }
        String line = findings.source().line(behind.getLineNumber());
        int end = Math.min(behind.getColumnNumber() - 1, line.length());
        return line.substring(Math.min(before.getLastColumnNumber() - 1, end), end)
                .isBlank();
    }

    /** Whether a name stands in quotes or is a number. */
    private boolean quoted(Expression name) {
        return findings.text(name)
                .filter(text -> !text.isEmpty() && "'\"0123456789".indexOf(text.charAt(0)) >= 0)
                .isPresent();
    }

    /** A name as the argument that it was meant to be. */
    private Expression value(Expression name) {
        Expression value =
                quoted(name) ? new ConstantExpression(name.getText()) : new VariableExpression(name.getText());
        value.setSourcePosition(name);
        return value;
    }

    private static Expression with(MethodCallExpression first, List<Expression> more) {
        return word(first.getMethodAsString(), first.getMethod(), join(arguments(first), more), first);
    }

    /** Named arguments first, as Groovy puts them. */
    private static List<Expression> join(List<Expression> first, List<Expression> second) {
        List<Expression> joined = new ArrayList<>(first);
        for (Expression argument : second) {
            if (argument instanceof MapExpression) {
                joined.add(0, argument);
            } else {
                joined.add(argument);
            }
        }
        return joined;
    }

    private static MethodCallExpression word(String name, ASTNode place, List<Expression> arguments, ASTNode call) {
        ConstantExpression method = new ConstantExpression(name);
        method.setSourcePosition(place);
        MethodCallExpression word = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION, method, new ArgumentListExpression(arguments));
        word.setImplicitThis(true);
        word.setSourcePosition(call);
        return word;
    }

    private static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression several ? several.getExpressions() : List.of();
    }
}
