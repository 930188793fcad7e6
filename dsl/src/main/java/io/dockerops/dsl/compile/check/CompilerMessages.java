package io.dockerops.dsl.compile.check;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.transform.StaticTypesTransformation;

/** Turns the Groovy compiler's messages about meaning into sentences without its class names. */
final class CompilerMessages {

    /** Said by the word checker already. */
    private static final Pattern SAID = Pattern.compile(
            "(unexpected named arg|required named param|argument for named param|Target \\w+ for \\w+ call expression).*",
            Pattern.DOTALL);

    private static final Pattern UNRESOLVED = Pattern.compile("unable to resolve class ([\\w.$]+).*", Pattern.DOTALL);
    private static final Pattern POSITION =
            Pattern.compile("\\s*(@ line \\d+, column \\d+\\.|\\. At \\[\\d+:\\d+].*)\\s*$");
    private static final Pattern QUALIFIED = Pattern.compile("(?:[a-z]\\w*\\.)+([A-Z]\\w*)");

    private static final List<String> TYPES = List.of(
            "String",
            "Integer",
            "Long",
            "Boolean",
            "BigDecimal",
            "Number",
            "Object",
            "List",
            "Map",
            "Set",
            "Closure",
            "Duration",
            "Size",
            "File",
            "Path");

    private final Language language;
    private final Findings findings;
    private final Taint taint;
    private final Function<Expression, ClassNode> types;

    CompilerMessages(Language language, Findings findings, Taint taint, Function<Expression, ClassNode> types) {
        this.language = language;
        this.findings = findings;
        this.taint = taint;
        this.types = types;
    }

    /** A message of the static type checker. */
    void typeError(String message, ASTNode node) {
        String text = plain(message);
        if (node.getLineNumber() < 1
                || SAID.matcher(text).matches()
                || (node instanceof Expression expression && taint.in(expression))) {
            return;
        }
        taint.mark(node);
        if (node instanceof BinaryExpression binary && text.startsWith("Cannot find matching method")) {
            operator(binary);
        } else {
            translate(findings, text, findings.place(node));
        }
    }

    private void operator(BinaryExpression binary) {
        Expression left = binary.getLeftExpression();
        Expression right = binary.getRightExpression();
        String summary = "`" + binary.getOperation().getText() + "` does not work between "
                + language.terms().given(left, types.apply(left)) + " and "
                + language.terms().given(right, types.apply(right));
        findings.error(binary, summary);
    }

    /** Any message about meaning. */
    static void translate(Findings findings, String message, SourceRef place) {
        String text = plain(message);
        Matcher unresolved = UNRESOLVED.matcher(text);
        if (unresolved.matches()) {
            noClass(findings, unresolved.group(1), place);
        } else {
            findings.add(Sentences.of(text, place).orElseGet(() -> fallback(text, place)));
        }
    }

    /** Groovy's place for a type is that of the variable behind it. */
    private static void noClass(Findings findings, String name, SourceRef place) {
        Matcher written = Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(findings.source().line(place.line()));
        SourceRef exact =
                written.find() ? findings.source().place(place.line(), written.start() + 1, written.end() + 1) : place;
        String hint = Suggest.hint(name, TYPES)
                .orElse("classes beside the project stand in lib/, one file each, named like the class");
        findings.error(exact, "there is no class `" + name + "`", hint);
    }

    /** What no sentence is known for: names of classes only in a hint, and without their packages. */
    static Problem fallback(String message, SourceRef place) {
        String line = plain(message).lines().findFirst().orElse("").strip().replaceAll("[.\\s]+$", "");
        if (line.isEmpty() || line.contains(ScriptCompiler.SCRIPT_CLASS)) {
            return Problem.error(place, "this cannot be compiled");
        }
        Matcher names = QUALIFIED.matcher(line);
        return names.find()
                ? Problem.error(place, "this cannot be compiled", "Groovy says: " + names.replaceAll("$1"))
                : Problem.error(place, Character.toLowerCase(line.charAt(0)) + line.substring(1));
    }

    private static String plain(String message) {
        String text = message.strip();
        if (text.startsWith(StaticTypesTransformation.STATIC_ERROR_PREFIX)) {
            text = text.substring(StaticTypesTransformation.STATIC_ERROR_PREFIX.length());
        }
        return POSITION.matcher(text).replaceFirst("");
    }
}
