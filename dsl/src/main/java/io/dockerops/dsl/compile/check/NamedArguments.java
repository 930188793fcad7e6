package io.dockerops.dsl.compile.check;

import io.dockerops.engine.problem.Suggest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** Checks the named arguments of a word that was found. */
final class NamedArguments {

    private final Terms terms;
    private final Forms forms;
    private final Findings findings;
    private final Taint taint;
    private final Function<Expression, ClassNode> types;

    NamedArguments(Language language, Findings findings, Taint taint, Function<Expression, ClassNode> types) {
        this.terms = language.terms();
        this.forms = language.forms();
        this.findings = findings;
        this.taint = taint;
        this.types = types;
    }

    void check(MethodNode word, ASTNode place, List<Expression> arguments) {
        List<Forms.Named> known = Forms.named(word);
        if (known.isEmpty() || arguments.isEmpty() || !(arguments.get(0) instanceof MapExpression given)) {
            return;
        }
        boolean allKnown = true;
        for (MapEntryExpression entry : given.getMapEntryExpressions()) {
            if (entry.getKeyExpression() instanceof ConstantExpression key) {
                allKnown &= checkEntry(word, known, key, entry.getValueExpression());
            }
        }
        for (Forms.Named named : known) {
            // A misspelt name is most likely the one that is missing.
            if (allKnown && named.required() && !hasKey(given, named.name())) {
                findings.error(
                        place, "`" + word.getName() + "` needs `" + named.name() + ":`", forms.hint(List.of(word)));
            }
        }
    }

    /** Whether the name is one that the word takes. */
    private boolean checkEntry(MethodNode word, List<Forms.Named> known, ConstantExpression key, Expression value) {
        Optional<Forms.Named> named =
                known.stream().filter(one -> one.name().equals(key.getText())).findFirst();
        if (named.isEmpty()) {
            List<String> names = known.stream().map(Forms.Named::name).toList();
            String hint = Suggest.hint(key.getText(), names)
                    .orElse("it takes "
                            + names.stream().map(name -> "`" + name + ":`").collect(Collectors.joining(", ")));
            findings.error(key, "`" + word.getName() + "` takes no `" + key.getText() + ":`", hint);
            return false;
        }
        ClassNode type = types.apply(value);
        ClassNode wanted = named.get().type();
        if (!taint.in(value) && !Taint.in(type) && !StaticTypeCheckingSupport.isAssignableTo(type, wanted)) {
            findings.error(
                    value,
                    "`" + key.getText() + ":` of `" + word.getName() + "` takes " + terms.expected(wanted) + ", not "
                            + terms.given(value, type),
                    "write `" + key.getText() + ": " + terms.example(wanted, key.getText()) + "`");
        }
        return true;
    }

    private static boolean hasKey(MapExpression given, String name) {
        return given.getMapEntryExpressions().stream()
                .anyMatch(entry -> entry.getKeyExpression().getText().equals(name));
    }
}
