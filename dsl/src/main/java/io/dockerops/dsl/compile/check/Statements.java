package io.dockerops.dsl.compile.check;

import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/** What statements mean in a script: a word that stands alone is used, and nothing is returned. */
final class Statements extends ClassCodeVisitorSupport {

    private final Findings findings;
    private final ClassNode base;
    private boolean inScript;
    private boolean inBody;

    Statements(Language language, Findings findings) {
        this.base = language.base();
        this.findings = findings;
    }

    @Override
    public void visitClass(ClassNode type) {
        inScript = type.isDerivedFrom(base);
        super.visitClass(type);
    }

    @Override
    public void visitMethod(MethodNode method) {
        inBody = inScript && method.isScriptBody();
        super.visitMethod(method);
        inBody = false;
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        boolean outside = inBody;
        inBody = false;
        super.visitClosureExpression(closure);
        inBody = outside;
    }

    /** {@code privileged} alone means {@code privileged()}. */
    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        if (inScript
                && statement.getExpression() instanceof VariableExpression name
                && name.getAccessedVariable() instanceof DynamicVariable
                && !name.getName().equals("it")) {
            ConstantExpression word = new ConstantExpression(name.getName());
            word.setSourcePosition(name);
            MethodCallExpression call =
                    new MethodCallExpression(VariableExpression.THIS_EXPRESSION, word, new ArgumentListExpression());
            call.setImplicitThis(true);
            call.setSourcePosition(name);
            statement.setExpression(call);
        }
        super.visitExpressionStatement(statement);
    }

    @Override
    public void visitReturnStatement(ReturnStatement statement) {
        if (inBody) {
            checkReturn(statement, findings, "a project file gives nothing back");
        }
        super.visitReturnStatement(statement);
    }

    /** A block of words gets no values, and what it gives back or names without a word is lost. */
    static void checkBlock(ClosureExpression block, Findings findings) {
        Parameter[] parameters = block.getParameters();
        if (parameters != null
                && parameters.length > 0
                && !parameters[0].getName().startsWith(Layout.HIDDEN)) {
            findings.error(parameters[0], "a block gets no values", "leave what stands before `->` away");
        }
        if (!(block.getCode() instanceof BlockStatement body)) {
            return;
        }
        for (Statement statement : body.getStatements()) {
            if (statement instanceof ReturnStatement returned) {
                checkReturn(returned, findings, "a block gives nothing back");
            } else if (statement instanceof ExpressionStatement alone
                    && alone.getExpression() instanceof ConstantExpression value
                    && value.getValue() instanceof String) {
                findings.error(value, "this text stands alone and has no effect", "put its word in front of it");
            }
        }
    }

    private static void checkReturn(ReturnStatement statement, Findings findings, String summary) {
        Expression value = statement.getExpression();
        boolean written = statement.getLineNumber() > 0
                && findings.source()
                        .line(statement.getLineNumber())
                        .startsWith("return", Math.max(0, statement.getColumnNumber() - 1));
        boolean bare = value instanceof ConstantExpression constant && constant.isNullExpression();
        if (written && !bare && value.getLineNumber() > 0) {
            findings.error(statement, summary, "leave `return` away");
        }
    }

    @Override
    protected @Nullable SourceUnit getSourceUnit() {
        return null;
    }
}
