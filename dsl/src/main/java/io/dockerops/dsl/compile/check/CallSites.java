package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.unit.CallSite;
import io.dockerops.dsl.compile.unit.IncludeSite;
import io.dockerops.engine.problem.SourceRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/** Finds the calls of words and the included files of a script. */
final class CallSites extends ClassCodeVisitorSupport {

    private static final String INCLUDE = "include";

    private final Findings findings;
    private final List<CallSite> calls = new ArrayList<>();
    private final List<IncludeSite> includes = new ArrayList<>();
    private final Set<ASTNode> always = Collections.newSetFromMap(new IdentityHashMap<>());

    CallSites(Findings findings) {
        this.findings = findings;
    }

    List<CallSite> calls() {
        return calls;
    }

    List<IncludeSite> includes() {
        return includes;
    }

    @Override
    public void visitMethod(MethodNode method) {
        always.addAll(TopLevel.of(method));
        super.visitMethod(method);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        String name = call.getMethodAsString();
        if (name != null && call.getMethod().getLineNumber() > 0) {
            add(name, call);
        }
        super.visitMethodCallExpression(call);
    }

    private void add(String name, MethodCallExpression call) {
        CallSite site = site(name, call);
        calls.add(site);
        List<Expression> arguments = arguments(call);
        if (name.equals(INCLUDE)
                && call.isImplicitThis()
                && arguments.size() == 1
                && arguments.get(0) instanceof ConstantExpression constant
                && constant.getValue() instanceof String path) {
            includes.add(new IncludeSite(path, site, always.contains(call)));
        }
    }

    private CallSite site(String name, MethodCallExpression call) {
        Expression word = call.getMethod();
        int line = word.getLineNumber();
        int end = word.getLastColumnNumber();
        for (Expression argument : arguments(call)) {
            if (!(argument instanceof ClosureExpression) && argument.getLineNumber() == line) {
                end = Math.max(end, endOnLine(argument));
            }
        }
        SourceRef place = findings.source().place(line, word.getColumnNumber(), end);
        return new CallSite(name, line, Math.max(line, call.getLastLineNumber()), place.column(), place.endColumn());
    }

    private int endOnLine(Expression argument) {
        if (argument.getLastLineNumber() == argument.getLineNumber()) {
            return argument.getLastColumnNumber();
        }
        return findings.source()
                        .line(argument.getLineNumber())
                        .replaceFirst("[\\s,]+$", "")
                        .length()
                + 1;
    }

    private static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression several ? several.getExpressions() : List.of();
    }

    @Override
    protected @Nullable SourceUnit getSourceUnit() {
        return null;
    }
}
