package io.dockerops.dsl.compile.check;

import java.util.List;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;

/** What stands at the top level of a file, outside of all blocks and functions. */
final class TopLevel {

    private TopLevel() {}

    /** The expressions that are statements of the file itself; none when {@code method} is not the file's body. */
    static List<Expression> of(MethodNode method) {
        if (!method.isScriptBody() || !(method.getCode() instanceof BlockStatement body)) {
            return List.of();
        }
        return body.getStatements().stream()
                .filter(ExpressionStatement.class::isInstance)
                .map(statement -> ((ExpressionStatement) statement).getExpression())
                .toList();
    }
}
