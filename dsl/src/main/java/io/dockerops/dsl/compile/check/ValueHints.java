package io.dockerops.dsl.compile.check;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** What to do with a value of the wrong kind, where more can be said than how the word is written. */
final class ValueHints {

    private static final Pattern UNIT_BEHIND = Pattern.compile("\\s*([A-Za-z]+).*", Pattern.DOTALL);
    private static final Pattern UNIT_OF_CALL = Pattern.compile("\\s*\\)\\.([A-Za-z]+).*", Pattern.DOTALL);

    private final Language language;
    private final Findings findings;
    private final Function<Expression, ClassNode> types;

    ValueHints(Language language, Findings findings, Function<Expression, ClassNode> types) {
        this.language = language;
        this.findings = findings;
        this.types = types;
    }

    Optional<String> of(String word, Expression value, ClassNode wanted) {
        return untyped(value, wanted).or(() -> unit(word, value, wanted));
    }

    /** A parameter of a function that was given no type. */
    private Optional<String> untyped(Expression value, ClassNode wanted) {
        if (!(value instanceof VariableExpression use) || !ClassHelper.isObjectType(types.apply(value))) {
            return Optional.empty();
        }
        Variable variable = use.getAccessedVariable();
        if (!(variable instanceof Parameter parameter) || !parameter.isDynamicTyped()) {
            return Optional.empty();
        }
        String type = ClassHelper.getWrapper(wanted).getNameWithoutPackage();
        if (use.getName().equals("it")) {
            return Optional.of("name it and say what it is: `{ " + type + " name -> … }`");
        }
        return Optional.of(
                "say what `" + use.getName() + "` is where it is declared: `" + type + " " + use.getName() + "`");
    }

    /** A number where a quantity is wanted: its unit stands in the wrong place, or is missing. */
    private Optional<String> unit(String word, Expression value, ClassNode wanted) {
        String example = language.terms().example(wanted, "");
        int dot = example.indexOf('.');
        if (dot < 0 || !language.units().contains(example.substring(dot + 1))) {
            return Optional.empty();
        }
        String line = findings.source().line(value.getLastLineNumber());
        String behind = line.substring(Math.min(value.getLastColumnNumber() - 1, line.length()));
        Matcher ofCall = UNIT_OF_CALL.matcher(behind);
        if (ofCall.matches() && language.units().contains(ofCall.group(1))) {
            String inside = findings.text(value).orElse("…");
            return Optional.of("write `" + word + "((" + inside + ")." + ofCall.group(1) + ")`");
        }
        if (!(value instanceof ConstantExpression number) || !(number.getValue() instanceof Number)) {
            return Optional.empty();
        }
        Matcher unit = UNIT_BEHIND.matcher(behind);
        boolean known = unit.matches() && language.units().contains(unit.group(1));
        return Optional.of(
                "write `" + number.getText() + "." + (known ? unit.group(1) : example.substring(dot + 1)) + "`");
    }
}
