package io.dockerops.dsl.compile.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** Says why a word that exists cannot be used with the arguments that it was given. */
final class Mismatch {

    private static final int FOREIGN = 100;
    private static final int WRONG = 4;
    private static final int COUNT = 3;

    private final Language language;
    private final Findings findings;
    private final Taint taint;
    private final Function<Expression, ClassNode> types;
    private final ValueHints valueHints;

    Mismatch(Language language, Findings findings, Taint taint, Function<Expression, ClassNode> types) {
        this.language = language;
        this.findings = findings;
        this.taint = taint;
        this.types = types;
        this.valueHints = new ValueHints(language, findings, types);
    }

    /** The arguments of one call against one of the word's forms. */
    private final class Fit {

        private final MethodNode word;
        private final List<Parameter> parameters;
        private final List<Expression> values;
        private final boolean namedGiven;
        private final boolean namedTaken;
        private final List<Expression> arguments;

        Fit(MethodNode word, List<Expression> arguments) {
            this.word = word;
            this.arguments = arguments;
            this.namedTaken = Forms.takesNamed(word);
            this.namedGiven = !arguments.isEmpty() && arguments.get(0) instanceof MapExpression;
            List<Parameter> all = Arrays.asList(word.getParameters());
            this.parameters = namedTaken ? all.subList(1, all.size()) : all;
            this.values = namedGiven ? arguments.subList(1, arguments.size()) : arguments;
        }

        int penalty() {
            int penalty = namedGiven && !namedTaken ? FOREIGN : 0;
            penalty += !namedGiven && namedTaken ? COUNT : 0;
            penalty += WRONG * wrong().size();
            return penalty + COUNT * (missing().size() + superfluous());
        }

        List<Integer> wrong() {
            List<Integer> wrong = new ArrayList<>();
            for (int i = 0; i < values.size() && i < accepted(); i++) {
                if (!fits(values.get(i), expectedAt(i))) {
                    wrong.add(i);
                }
            }
            return wrong;
        }

        List<Parameter> missing() {
            int needed = varargs() ? parameters.size() - 1 : parameters.size();
            return values.size() >= needed ? List.of() : parameters.subList(values.size(), needed);
        }

        int superfluous() {
            return Math.max(0, values.size() - accepted());
        }

        ClassNode expectedAt(int i) {
            if (varargs() && i >= parameters.size() - 1) {
                return parameters.get(parameters.size() - 1).getType().getComponentType();
            }
            return parameters.get(i).getType();
        }

        private int accepted() {
            return varargs() ? Integer.MAX_VALUE : parameters.size();
        }

        private boolean varargs() {
            return !parameters.isEmpty() && Forms.isVarargs(word, word.getParameters().length - 1);
        }
    }

    /** Reports what is wrong and gives the form of the word that was most likely meant. */
    MethodNode report(String name, ASTNode place, List<MethodNode> overloads, List<Expression> arguments) {
        List<Fit> fits =
                overloads.stream().map(word -> new Fit(word, arguments)).toList();
        Fit best = fits.stream().min(Comparator.comparingInt(Fit::penalty)).orElseThrow();
        if (!taint.in(arguments)) {
            reportFit(name, place, best, fits);
        }
        return best.word;
    }

    private void reportFit(String name, ASTNode place, Fit fit, List<Fit> fits) {
        List<MethodNode> overloads = fits.stream().map(one -> one.word).toList();
        String forms = language.forms().hint(overloads);
        if (fit.namedGiven && !fit.namedTaken) {
            noNamed(name, place, fit, forms);
        } else if (!fit.wrong().isEmpty()) {
            fit.wrong().forEach(i -> wrong(name, fit, i, fits, forms));
        } else if (fit.superfluous() > 0) {
            tooMany(name, fit, forms);
        } else {
            tooFew(name, place, fits, forms);
        }
    }

    private void noNamed(String name, ASTNode place, Fit fit, String forms) {
        List<MapEntryExpression> entries = ((MapExpression) fit.arguments.get(0)).getMapEntryExpressions();
        if (entries.isEmpty()) {
            findings.error(place, "`" + name + "` cannot be used like this", forms);
            return;
        }
        MapEntryExpression entry = entries.get(0);
        Optional<String> unquoted = findings.text(entry).filter(text -> text.matches("[^\\s'\"]+:[^\\s'\"]+"));
        String key = entry.getKeyExpression().getText();
        findings.error(
                entry.getKeyExpression(),
                "`" + name + "` takes no named arguments, such as `" + key + ":`",
                unquoted.map(text -> "if it is text, put it in quotes: '" + text + "'")
                        .orElse(forms));
    }

    private void wrong(String name, Fit fit, int i, List<Fit> fits, String forms) {
        Expression value = fit.values.get(i);
        ClassNode type = types.apply(value);
        List<String> expected = fits.stream()
                .filter(other -> other.namedTaken == fit.namedTaken && other.parameters.size() > i)
                .filter(other -> other.values.size() <= other.accepted())
                .filter(other -> other.wrong().stream().allMatch(index -> index == i))
                .map(other -> language.terms().expected(other.expectedAt(i)))
                .distinct()
                .toList();
        if (expected.isEmpty()) {
            expected = List.of(language.terms().expected(fit.expectedAt(i)));
        }
        String which = fit.parameters.size() > 1 && i < fit.parameters.size()
                ? " for `" + fit.parameters.get(i).getName() + "`"
                : "";
        String given = given(value, type, expected);
        String summary = "`" + name + "` takes " + Terms.either(expected) + which + ", not " + given;
        findings.error(
                value, summary, valueHints.of(name, value, fit.expectedAt(i)).orElse(forms));
    }

    private String given(Expression value, ClassNode type, List<String> expected) {
        String given = language.terms().given(value, type);
        return given.equals("a number") && expected.contains("a whole number") ? "a fraction" : given;
    }

    private void tooMany(String name, Fit fit, String forms) {
        int accepted = fit.accepted();
        String count = switch (accepted) {
            case 0 -> "nothing";
            case 1 -> "one value";
            default -> accepted + " values";
        };
        findings.error(fit.values.get(accepted), "`" + name + "` takes " + count + ", not " + fit.values.size(), forms);
    }

    private void tooFew(String name, ASTNode place, List<Fit> fits, String forms) {
        List<String> needs = fits.stream()
                .filter(fit -> fit.wrong().isEmpty() && fit.superfluous() == 0)
                .filter(fit -> fit.namedTaken || !fit.namedGiven)
                .map(this::need)
                .filter(need -> !need.isEmpty())
                .distinct()
                .toList();
        String summary = needs.isEmpty() ? " cannot be used like this" : " needs " + Terms.either(needs);
        findings.error(place, "`" + name + "`" + summary, forms);
    }

    /** The first thing that is missing; empty when nothing is. */
    private String need(Fit fit) {
        if (!fit.missing().isEmpty()) {
            Parameter missing = fit.missing().get(0);
            String what = language.terms().expected(missing.getType());
            boolean only = fit.word.getParameters().length == 1 || what.equals("a block");
            return only ? what : what + " for `" + missing.getName() + "`";
        }
        if (!fit.namedTaken || fit.namedGiven) {
            return "";
        }
        return Forms.named(fit.word).stream()
                .filter(Forms.Named::required)
                .map(required -> "`" + required.name() + ":`")
                .findFirst()
                .orElse("names with values");
    }

    private boolean fits(Expression value, ClassNode wanted) {
        return StaticTypeCheckingSupport.isAssignableTo(types.apply(value), wanted);
    }
}
