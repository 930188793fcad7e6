package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.unit.CallSite;
import io.dockerops.dsl.compile.unit.LibrarySite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a file says of libraries. The words of a library have to be known before the file is compiled, so it is read
 * off the file and not run.
 */
final class LibrarySites extends ClassCodeVisitorSupport {

    private static final List<String> WORDS = List.of(LibrarySite.LIBRARY, LibrarySite.PROVIDES);

    private final Findings findings;
    private final List<LibrarySite> sites = new ArrayList<>();
    private final Set<Expression> top = Collections.newSetFromMap(new IdentityHashMap<>());

    LibrarySites(Findings findings, List<ClassNode> classes) {
        this.findings = findings;
        classes.forEach(this::visitClass);
    }

    List<LibrarySite> sites() {
        return sites;
    }

    @Override
    public void visitMethod(MethodNode method) {
        top.addAll(TopLevel.of(method));
        super.visitMethod(method);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (call.isImplicitThis() && WORDS.contains(String.valueOf(call.getMethodAsString()))) {
            add(call.getMethodAsString(), call);
        }
        super.visitMethodCallExpression(call);
    }

    private void add(String word, MethodCallExpression call) {
        if (!top.contains(call)) {
            findings.error(
                    call.getMethod(),
                    "`" + word + "` stands at the top level of the file, outside of all blocks",
                    "what a library brings counts for the whole file");
            return;
        }
        Map<String, String> said = new LinkedHashMap<>();
        if (call.getArguments() instanceof TupleExpression arguments) {
            for (Expression argument : arguments.getExpressions()) {
                if (argument instanceof MapExpression named) {
                    named.getMapEntryExpressions().forEach(entry -> add(word, entry, said));
                } else {
                    constant(word, argument, "", said);
                }
            }
        }
        Expression name = call.getMethod();
        CallSite site = new CallSite(
                word,
                name.getLineNumber(),
                Math.max(name.getLineNumber(), call.getLastLineNumber()),
                name.getColumnNumber(),
                endOnLine(call));
        sites.add(new LibrarySite(word, said, site));
    }

    private void add(String word, MapEntryExpression entry, Map<String, String> said) {
        if (entry.getKeyExpression() instanceof ConstantExpression key) {
            constant(word, entry.getValueExpression(), key.getText(), said);
        }
    }

    private void constant(String word, Expression value, String name, Map<String, String> said) {
        if (value instanceof ConstantExpression constant && constant.getValue() != null) {
            said.put(name, constant.getText());
        } else {
            findings.error(
                    value,
                    "`" + word + "` takes plain values only, since it is read before the file is run",
                    "write it as a text in single quotes");
        }
    }

    private int endOnLine(MethodCallExpression call) {
        int line = call.getMethod().getLineNumber();
        return call.getLastLineNumber() == line
                ? call.getLastColumnNumber()
                : findings.source().line(line).stripTrailing().length() + 1;
    }

    @Override
    protected @Nullable SourceUnit getSourceUnit() {
        return null;
    }
}
