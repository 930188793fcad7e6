package io.dockerops.dsl.compile.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/** The variables of a file and where each can be seen, for suggestions. */
final class Declared extends ClassCodeVisitorSupport {

    /** Where a name can be seen; {@code function} is the function that it is declared in, null outside of functions. */
    private record Name(
            String name, long from, long to, @Nullable MethodNode function) {}

    private final List<Name> names = new ArrayList<>();
    private final List<MethodNode> functions = new ArrayList<>();
    private final Deque<Long> ends = new ArrayDeque<>(List.of(Long.MAX_VALUE));
    private @Nullable MethodNode function;

    Declared(List<ClassNode> classes) {
        classes.forEach(this::visitClass);
    }

    /** The names that can be seen at {@code use}. */
    List<String> visibleAt(ASTNode use) {
        long at = start(use);
        Optional<MethodNode> inside = functionAt(use);
        return names.stream()
                .filter(name -> name.from() <= at && at <= name.to())
                .filter(name -> name.function() == inside.orElse(null))
                .map(Name::name)
                .distinct()
                .toList();
    }

    /** The function around {@code use} that cannot see the script's variable {@code name}, which exists. */
    Optional<MethodNode> hiddenBy(String name, ASTNode use) {
        return functionAt(use)
                .filter(inside -> names.stream()
                        .anyMatch(known ->
                                known.function() == null && known.name().equals(name)));
    }

    private Optional<MethodNode> functionAt(ASTNode use) {
        long at = start(use);
        return functions.stream()
                .filter(method -> start(method) <= at && at <= end(method))
                .findFirst();
    }

    @Override
    public void visitMethod(MethodNode method) {
        if (method.isScriptBody() || method.getLineNumber() < 1) {
            super.visitMethod(method);
            return;
        }
        functions.add(method);
        function = method;
        within(method, method.getParameters(), () -> super.visitMethod(method));
        function = null;
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        Parameter[] parameters = closure.getParameters();
        within(
                closure,
                parameters == null ? Parameter.EMPTY_ARRAY : parameters,
                () -> super.visitClosureExpression(closure));
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        if (block.getLineNumber() < 1) {
            super.visitBlockStatement(block);
        } else {
            within(block, Parameter.EMPTY_ARRAY, () -> super.visitBlockStatement(block));
        }
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        Parameter variable = loop.getValueVariable();
        Parameter[] declared = variable == null ? Parameter.EMPTY_ARRAY : new Parameter[] {variable};
        within(loop, declared, () -> super.visitForLoop(loop));
    }

    @Override
    public void visitCatchStatement(CatchStatement caught) {
        within(caught, new Parameter[] {caught.getVariable()}, () -> super.visitCatchStatement(caught));
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        super.visitDeclarationExpression(declaration);
        Expression left = declaration.getLeftExpression();
        List<Expression> variables = left instanceof TupleExpression several ? several.getExpressions() : List.of(left);
        for (Expression variable : variables) {
            if (variable instanceof VariableExpression named) {
                add(named.getName(), end(declaration));
            }
        }
    }

    @Override
    protected @Nullable SourceUnit getSourceUnit() {
        return null;
    }

    private void within(ASTNode range, Parameter[] parameters, Runnable inside) {
        ends.push(end(range));
        for (Parameter parameter : parameters) {
            if (!parameter.getName().startsWith(Layout.HIDDEN)) {
                add(parameter.getName(), start(range));
            }
        }
        inside.run();
        ends.pop();
    }

    private void add(String name, long from) {
        names.add(new Name(name, from, ends.element(), function));
    }

    private static long start(ASTNode node) {
        return position(node.getLineNumber(), node.getColumnNumber());
    }

    private static long end(ASTNode node) {
        return position(node.getLastLineNumber(), node.getLastColumnNumber());
    }

    private static long position(int line, int column) {
        return ((long) line << 32) + column;
    }
}
