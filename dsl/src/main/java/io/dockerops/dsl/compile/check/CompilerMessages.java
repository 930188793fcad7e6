package io.dockerops.dsl.compile.check;

import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import java.util.List;
import java.util.function.BiFunction;
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

    /** A message of the compiler, and the sentence and hint for it; {@code $1} is what the pattern found. */
    private record Rule(Pattern pattern, String summary, String hint) {

        Rule(String pattern, String summary, String hint) {
            this(Pattern.compile(pattern, Pattern.DOTALL), summary, hint);
        }
    }

    /** Said by the word checker already. */
    private static final Pattern SAID = Pattern.compile(
            "(unexpected named arg|required named param|argument for named param|Target \\w+ for \\w+ call expression).*",
            Pattern.DOTALL);

    private static final Pattern UNRESOLVED = Pattern.compile("unable to resolve class ([\\w.$]+).*", Pattern.DOTALL);

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

    private static final List<Rule> RULES = List.of(
            new Rule(
                    ".*already contains a variable of the name (\\w+).*",
                    "`$1` is declared twice",
                    "leave `def` away to give it a new value, or choose another name"),
            new Rule(
                    ".*(?:Duplicate|Repetitive) method name/signature.*\\s(\\w+)\\(.*",
                    "the function `$1` is declared twice",
                    "choose another name"),
            new Rule(
                    "[Cc]annot resolve dynamic method name.*",
                    "the name of a word cannot be computed",
                    "write the word itself"),
            new Rule("Cannot set read-only property: (\\w+).*", "`$1` cannot be changed", ""),
            new Rule(
                    "Reference to method is ambiguous.*",
                    "it is not clear which form of this word is meant",
                    "say the type: `(String) value`"),
            new Rule(
                    "The spread operator cannot be used.*",
                    "a list cannot be spread with `*` here",
                    "give the list as it is"),
            new Rule("Cannot call closure that accepts.*", "this closure does not take these values", ""),
            new Rule(
                    "Incorrect number of parameters. Expected ([\\d or]+) but found (\\d+).*",
                    "this block gets $1 values, not $2",
                    ""),
            new Rule(
                    "Non-static method \\S+#(\\w+) cannot be called from static context.*", "`$1` needs an object", ""),
            new Rule(
                    "Cannot find matching constructor ([\\w.$]*\\.)?(\\w+)\\(.*",
                    "`new $2` does not take these values",
                    ""),
            new Rule("Multiple assignments without list.*", "several variables need a list on the right", ""),
            new Rule(
                    "Incorrect number of values. Expected:(\\d+) Was:(\\d+).*",
                    "$1 variables need $1 values, not $2",
                    ""),
            new Rule(
                    "You cannot create an instance from the abstract (?:interface|class) '([^']*\\.)?(\\w+)'.*",
                    "`$2` cannot be made with `new`",
                    ""),
            new Rule("the type (\\S+) cannot be.*", "`$1` cannot be used here", ""));

    private static final Pattern CAST = Pattern.compile(
            "(?:Cannot assign value of type|Cannot return value of type|Cannot return|Inconvertible types: cannot cast|Possible loss of precision from) (\\S+).*",
            Pattern.DOTALL);

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
        } else if (CAST.matcher(text).matches()) {
            conversion(text, node);
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

    private void conversion(String text, ASTNode node) {
        List<String> names = Pattern.compile("(?<![\\w.])[\\w.]*\\b[A-Za-z]\\w*(?:<[^ ]*>)?(?:\\[\\])*")
                .matcher(text.replaceAll(
                        "Cannot assign value of type|Cannot return value of type|Cannot return|for method returning|for closure expecting|for method expecting|Inconvertible types: cannot cast|Possible loss of precision from|to variable of type|to|into array of type",
                        " "))
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        BiFunction<Integer, String, String> term =
                (index, otherwise) -> names.size() > index ? language.terms().ofClass(names.get(index)) : otherwise;
        findings.error(
                node, term.apply(0, "this") + " is given where " + term.apply(1, "something else") + " is needed");
    }

    /** Any message about meaning, without its follow-ups. */
    static void translate(Findings findings, String message, SourceRef place) {
        String text = plain(message);
        Matcher unresolved = UNRESOLVED.matcher(text);
        if (unresolved.matches()) {
            noClass(findings, unresolved.group(1), place);
            return;
        }
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.matches()) {
                String summary = matcher.replaceFirst(rule.summary());
                findings.error(place, summary, rule.hint().isEmpty() ? new String[0] : new String[] {rule.hint()});
                return;
            }
        }
        findings.error(place, fallback(text));
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

    /** The first line, when it has no names of classes that users never wrote. */
    static String fallback(String message) {
        String line = plain(message).lines().findFirst().orElse("").strip().replaceAll("[.\\s]+$", "");
        boolean internal = line.matches(".*\\b(org\\.|groovy\\.|java\\.|io\\.dockerops).*") || line.isEmpty();
        return internal ? "this cannot be compiled" : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    static String plain(String message) {
        String text = message.strip();
        if (text.startsWith(StaticTypesTransformation.STATIC_ERROR_PREFIX)) {
            text = text.substring(StaticTypesTransformation.STATIC_ERROR_PREFIX.length());
        }
        return text.replaceAll("\\s*@ line \\d+, column \\d+\\.\\s*$", "");
    }
}
