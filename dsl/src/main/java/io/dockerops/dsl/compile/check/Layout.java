package io.dockerops.dsl.compile.check;

import io.dockerops.engine.problem.SourceRef;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds what Groovy accepts but nobody means in a script, such as {@code image: 'nginx'}, and puts what was meant in its
 * place, so that the checks that follow see no second mistake.
 */
final class Layout extends ClassCodeExpressionTransformer {

    private static final Pattern GRAB = Pattern.compile("(groovy\\.lang\\.)?Grab\\w*|Grapes");
    /** How the names of parameters begin that no script can name. */
    static final String HIDDEN = "$block";

    private static final List<String> RESERVED = List.of("main", "run");

    private final Language language;
    private final Findings findings;
    private final SourceUnit source;
    private final Chains chains;
    private int hidden;
    private final Set<Expression> blocks = Collections.newSetFromMap(new IdentityHashMap<>());

    Layout(Language language, Findings findings, SourceUnit source) {
        this.language = language;
        this.findings = findings;
        this.source = source;
        this.chains = new Chains(language, findings);
    }

    void script(ModuleNode module) {
        if (module.getPackage() != null) {
            findings.error(module.getPackage(), "a project file has no package", "leave the line away");
        }
        if (module.getClasses().stream().noneMatch(ClassNode::isScript)
                && module.getMethods().isEmpty()) {
            SourceRef first = findings.source().place(1, 1, 1);
            findings.error(
                    first,
                    "this file has no words, only classes",
                    "classes stand in lib/, one file each, named like the class");
        }
        module.getMethods().stream()
                .filter(method -> RESERVED.contains(method.getName()))
                .forEach(method -> findings.error(
                        nameOf(method),
                        "a function cannot be called `" + method.getName() + "`",
                        "choose another name"));
        module.getImports().forEach(this::checkGrab);
        module.getClasses().forEach(this::visitClass);
    }

    /** Files that hold classes. */
    void classes(ModuleNode module) {
        module.getImports().forEach(this::checkGrab);
        List<Statement> statements = module.getStatementBlock().getStatements();
        if (!statements.isEmpty()) {
            findings.error(
                    statements.get(0),
                    "words stand in a file whose name begins with a capital letter",
                    "such files in lib/ hold classes: give a file of words a small first letter, and `include` it");
        }
    }

    private SourceRef nameOf(MethodNode method) {
        String line = findings.source().line(method.getLineNumber());
        int at = Math.max(0, line.indexOf(method.getName() + "("));
        return findings.source()
                .place(method.getLineNumber(), at + 1, at + 1 + method.getName().length());
    }

    private void checkGrab(AnnotatedNode node) {
        for (AnnotationNode annotation : node.getAnnotations()) {
            if (GRAB.matcher(annotation.getClassNode().getName()).matches()) {
                findings.error(
                        annotation,
                        "`@" + annotation.getClassNode().getName() + "` does not work here",
                        "put the classes into lib/");
            }
        }
        if (node instanceof ImportNode) {
            node.getAnnotations().clear();
        }
    }

    @Override
    public void visitAnnotations(AnnotatedNode node) {
        checkGrab(node);
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        for (Statement statement : block.getStatements()) {
            if (statement instanceof BlockStatement && statement.getLineNumber() > 0) {
                SourceRef brace = findings.source()
                        .place(statement.getLineNumber(), statement.getColumnNumber(), statement.getColumnNumber() + 1);
                findings.error(brace, "this block belongs to no word", "put the word in front of it, on the same line");
            }
        }
        super.visitBlockStatement(block);
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        List<String> labels = statement.getStatementLabels();
        if (labels != null && !labels.isEmpty()) {
            label(statement, labels);
            return;
        }
        if (statement.getExpression() instanceof DeclarationExpression declaration && declaresWord(declaration)) {
            declared(declaration);
            statement.setExpression(new ConstantExpression(null));
            return;
        }
        super.visitExpressionStatement(statement);
    }

    /** {@code image: 'nginx'} is a jump label and a lost text. */
    private void label(ExpressionStatement statement, List<String> labels) {
        Expression value = statement.getExpression();
        SourceRef place = findings.place(value);
        String label = labels.get(0);
        for (String candidate : labels) {
            Optional<SourceRef> found = labelBefore(candidate, value);
            if (found.isPresent()) {
                place = found.get();
                label = candidate;
                break;
            }
        }
        boolean word = !language.blocks().with(label).isEmpty();
        String written = findings.text(value).orElse("…");
        if (value instanceof VariableExpression) {
            written = "'" + written + "'";
        }
        String hint = word
                ? "write `" + label + " " + written + "`"
                : "names with values stand behind a word: `word " + label + ": …`";
        findings.error(place, "words have no colon: `" + label + ":`", hint);
        statement.setExpression(new ConstantExpression(null));
    }

    private Optional<SourceRef> labelBefore(String label, Expression value) {
        Pattern pattern = Pattern.compile("\\b" + Pattern.quote(label) + "\\s*:");
        for (int line = value.getLineNumber(); line > 0; line--) {
            String text = findings.source().line(line);
            int end = line == value.getLineNumber()
                    ? Math.min(value.getColumnNumber() - 1, text.length())
                    : text.length();
            Matcher matcher = pattern.matcher(text.substring(0, end));
            if (matcher.find()) {
                return Optional.of(findings.source().place(line, matcher.start() + 1, matcher.end() + 1));
            }
        }
        return Optional.empty();
    }

    /** {@code env A = 'x'} declares a variable of a type that is called like a word. */
    private boolean declaresWord(DeclarationExpression declaration) {
        return declaration.getLeftExpression() instanceof VariableExpression variable
                && !language.blocks().with(variable.getOriginType().getName()).isEmpty();
    }

    private void declared(DeclarationExpression declaration) {
        VariableExpression variable = declaration.getVariableExpression();
        String word = variable.getOriginType().getName();
        String value = findings.text(declaration.getRightExpression()).orElse("…");
        findings.error(
                declaration,
                "this declares a variable `" + variable.getName() + "`",
                "write `" + word + " " + variable.getName() + ": " + value + "`");
    }

    /**
     * A block gets no value: {@code it} inside is that of the closure around the block, and not an empty one. It keeps a
     * parameter that no script can name, since Groovy calls closures without any by way of their meta class.
     */
    private ClosureExpression withoutIt(ClosureExpression closure) {
        Parameter[] parameters = {new Parameter(ClassHelper.OBJECT_TYPE, HIDDEN + hidden++)};
        ClosureExpression block = new ClosureExpression(parameters, closure.getCode());
        block.setVariableScope(closure.getVariableScope());
        block.setSourcePosition(closure);
        return block;
    }

    private void findBlocks(MethodCallExpression call) {
        boolean opens = call.isImplicitThis()
                && language.blocks().with(call.getMethodAsString()).stream()
                        .flatMap(block -> block.forms(call.getMethodAsString()).stream())
                        .anyMatch(form -> language.blocks().openedBy(form).isPresent());
        if (opens && call.getArguments() instanceof TupleExpression arguments) {
            for (Expression argument : arguments) {
                if (argument instanceof ClosureExpression closure) {
                    blocks.add(closure);
                }
            }
        }
    }

    @Override
    public @Nullable Expression transform(@Nullable Expression expression) {
        return expression == null ? null : repaired(expression);
    }

    private Expression repaired(Expression expression) {
        if (expression instanceof ClosureExpression closure) {
            closure.visit(this);
            boolean named = closure.getParameters() != null && closure.getParameters().length > 0;
            return !named && blocks.contains(closure) ? withoutIt(closure) : closure;
        }
        if (expression instanceof MethodCallExpression call) {
            Expression repaired = chains.call(call);
            if (repaired != call) {
                return repaired(repaired);
            }
            findBlocks(call);
            return super.transform(call);
        }
        if (expression instanceof PropertyExpression property) {
            Expression repaired = chains.property(property);
            return repaired == property ? super.transform(property) : repaired(repaired);
        }
        return super.transform(expression);
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }
}
