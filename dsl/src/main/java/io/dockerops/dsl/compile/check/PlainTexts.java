package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.unit.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/** Puts {@link PlainText} in the place of GStrings and of sums that begin with a text. */
final class PlainTexts extends ClassCodeExpressionTransformer {

    private static final ClassNode PLAIN_TEXT = ClassHelper.make(PlainText.class);

    private final SourceUnit source;

    PlainTexts(SourceUnit source) {
        this.source = source;
    }

    @Override
    public @Nullable Expression transform(@Nullable Expression expression) {
        return expression == null ? null : replaced(expression);
    }

    private Expression replaced(Expression expression) {
        if (expression instanceof ClosureExpression closure) {
            closure.visit(this);
            return closure;
        }
        if (expression instanceof GStringExpression text && isPlain(text)) {
            return call(partsOf(text), text);
        }
        if (expression instanceof BinaryExpression sum && beginsWithText(sum)) {
            List<Expression> parts = new ArrayList<>();
            flatten(sum, parts);
            return call(parts, sum);
        }
        return super.transform(expression);
    }

    /** A closure in a text is asked anew each time that the text is shown: that stays as it is. */
    private static boolean isPlain(GStringExpression text) {
        return text.getValues().stream().noneMatch(ClosureExpression.class::isInstance);
    }

    private static boolean beginsWithText(Expression expression) {
        if (expression instanceof BinaryExpression sum) {
            return sum.getOperation().getType() == Types.PLUS && beginsWithText(sum.getLeftExpression());
        }
        return (expression instanceof GStringExpression text && isPlain(text))
                || (expression instanceof ConstantExpression constant && constant.getValue() instanceof String);
    }

    private void flatten(Expression expression, List<Expression> parts) {
        if (expression instanceof BinaryExpression sum && beginsWithText(sum)) {
            flatten(sum.getLeftExpression(), parts);
            parts.add(replaced(sum.getRightExpression()));
        } else {
            parts.add(replaced(expression));
        }
    }

    private List<Expression> partsOf(GStringExpression text) {
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < text.getStrings().size(); i++) {
            parts.add(text.getStrings().get(i));
            if (i < text.getValues().size()) {
                parts.add(replaced(text.getValues().get(i)));
            }
        }
        return parts;
    }

    private static Expression call(List<Expression> parts, Expression original) {
        Expression call = new StaticMethodCallExpression(PLAIN_TEXT, "of", new ArgumentListExpression(parts));
        call.setSourcePosition(original);
        return call;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }
}
