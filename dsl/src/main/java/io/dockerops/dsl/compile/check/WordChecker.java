package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.check.Blocks.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.codehaus.groovy.transform.stc.TypeCheckingContext.EnclosingClosure;
import org.codehaus.groovy.transform.stc.TypeCheckingExtension;

/**
 * Tells the static type checker what words are, and users what is wrong with theirs.
 *
 * <p>Whatever it reports it also answers with a stand-in, so that the type checker goes on and finds the next mistake.
 */
final class WordChecker extends TypeCheckingExtension {

    private final Language language;
    private final Findings findings;
    private final Taint taint;
    private final NamedArguments named;
    private final Mismatch mismatch;
    private final UnknownNames unknown;
    private final IdentityHashMap<ClosureExpression, Block> opened = new IdentityHashMap<>();

    WordChecker(
            StaticTypeCheckingVisitor visitor, Language language, Findings findings, Taint taint, Declared declared) {
        super(visitor);
        this.language = language;
        this.findings = findings;
        this.taint = taint;
        this.named = new NamedArguments(language, findings, taint, this::getType);
        this.mismatch = new Mismatch(language, findings, taint, this::getType);
        this.unknown = new UnknownNames(language, findings, declared);
    }

    /** The closures that are blocks of words. */
    List<ClosureExpression> blocks() {
        return List.copyOf(opened.keySet());
    }

    /** The block that the code being looked at stands in; none in a class that is no script. */
    Optional<Block> here() {
        for (EnclosingClosure closure :
                typeCheckingVisitor.getTypeCheckingContext().getEnclosingClosureStack()) {
            Block block = opened.get(closure.getClosureExpression());
            if (block != null) {
                return Optional.of(block);
            }
        }
        return enclosing().isDerivedFrom(language.base())
                ? Optional.of(language.blocks().top())
                : Optional.empty();
    }

    private ClassNode enclosing() {
        return typeCheckingVisitor.getTypeCheckingContext().getEnclosingClassNode();
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        if (!taint.at(variable)) {
            taint.mark(variable);
            unknown.variable(variable, typeCheckingVisitor.getTypeCheckingContext())
                    .ifPresent(taint::markAll);
        }
        storeType(variable, Taint.UNKNOWN);
        return true;
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        if (property.getLineNumber() < 1) {
            return false;
        }
        ClassNode owner = getType(property.getObjectExpression());
        if (!taint.in(property.getObjectExpression()) && !Taint.in(owner)) {
            unknown.property(property, owner);
        }
        taint.mark(property);
        storeType(property, Taint.UNKNOWN);
        return true;
    }

    @Override
    public List<MethodNode> handleMissingMethod(
            ClassNode receiver, String name, ArgumentListExpression list, ClassNode[] types, MethodCall call) {
        Expression node = (Expression) call;
        if (node.getLineNumber() < 1) {
            return List.of();
        }
        List<Expression> arguments = list.getExpressions();
        boolean implicit = !(call instanceof MethodCallExpression explicit)
                || explicit.isImplicitThis()
                || (receiver.isDerivedFrom(language.base()) && here().isPresent());
        Optional<MethodNode> meant;
        if (call instanceof MethodCallExpression explicit && !implicit && knownWrong(explicit)) {
            meant = Optional.empty();
        } else {
            meant = implicit && !name.equals("<init>")
                    ? ownWord(name, nameOf(call), arguments)
                    : member(receiver, name, nameOf(call), arguments, call);
        }
        taint.mark(node);
        return List.of(standIn(name, meant, arguments, types));
    }

    private boolean knownWrong(MethodCallExpression call) {
        return taint.in(call.getObjectExpression()) || Taint.in(getType(call.getObjectExpression()));
    }

    /** A word or function that does not exist, does not exist here, or does not take these arguments. */
    private Optional<MethodNode> ownWord(String name, ASTNode place, List<Expression> arguments) {
        List<MethodNode> candidates = callable(name);
        MethodNode around = typeCheckingVisitor.getTypeCheckingContext().getEnclosingMethod();
        if (!candidates.isEmpty() && around != null && around.isStatic()) {
            unknown.inStatic(name, place);
            return Optional.of(candidates.get(0));
        }
        if (!candidates.isEmpty()) {
            return Optional.of(mismatch.report(name, place, candidates, arguments));
        }
        List<Block> elsewhere = here().isEmpty() ? List.of() : language.blocks().with(name);
        if (elsewhere.isEmpty()) {
            unknown.word(name, place, here(), functions());
            return Optional.empty();
        }
        unknown.misplaced(name, place, here().orElseThrow(), elsewhere);
        return elsewhere.get(0).forms(name).stream()
                .filter(word -> word.getParameters().length == arguments.size())
                .findFirst();
    }

    /** The words of this block, the values that are words everywhere, and the functions, of one name. */
    private List<MethodNode> callable(String name) {
        List<MethodNode> found = new ArrayList<>();
        here().map(block -> block.forms(name)).ifPresent(found::addAll);
        if (found.isEmpty() && here().isPresent()) {
            language.blocks().top().forms(name).stream()
                    .filter(Blocks::everywhere)
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            functions().stream().filter(method -> method.getName().equals(name)).forEach(found::add);
        }
        return found;
    }

    private List<MethodNode> functions() {
        return enclosing().getMethods().stream()
                .filter(method -> method.getLineNumber() > 0 && !method.isScriptBody())
                .toList();
    }

    private Optional<MethodNode> member(
            ClassNode receiver, String name, ASTNode place, List<Expression> arguments, MethodCall call) {
        List<MethodNode> members =
                name.equals("<init>") ? new ArrayList<>(receiver.getDeclaredConstructors()) : receiver.getMethods(name);
        if (!members.isEmpty()) {
            String shown = name.equals("<init>") ? "new " + receiver.getNameWithoutPackage() : name;
            return Optional.of(mismatch.report(shown, place, members, arguments));
        }
        if (!taint.in(arguments)) {
            unknown.member(name, place, receiver, call);
        }
        return Optional.empty();
    }

    /** Takes exactly these arguments, so that nothing more is said about the call, and gives what was meant to come. */
    private MethodNode standIn(String name, Optional<MethodNode> meant, List<Expression> arguments, ClassNode[] types) {
        Optional<Parameter> block = meant.flatMap(word -> Arrays.stream(word.getParameters())
                .filter(parameter -> Blocks.delegateOf(parameter).isPresent())
                .findFirst());
        Parameter[] parameters = new Parameter[arguments.size()];
        for (int i = 0; i < parameters.length; i++) {
            boolean closure = arguments.get(i) instanceof ClosureExpression;
            parameters[i] = closure && block.isPresent() ? block.get() : new Parameter(types[i], "argument" + i);
            if (closure && block.isEmpty()) {
                taint.mark(arguments.get(i));
            }
        }
        boolean generic = meant.isPresent() && meant.get().getGenericsTypes() != null;
        ClassNode result =
                generic ? Taint.UNKNOWN : meant.map(MethodNode::getReturnType).orElse(Taint.UNKNOWN);
        MethodNode standIn = new MethodNode(name, 1, result, parameters, ClassNode.EMPTY_ARRAY, null);
        standIn.setDeclaringClass(ClassHelper.OBJECT_TYPE);
        return standIn;
    }

    @Override
    public void onMethodSelection(Expression expression, MethodNode target) {
        if (!(expression instanceof MethodCall call)) {
            return;
        }
        List<Expression> arguments = arguments(call);
        Parameter[] parameters = target.getParameters();
        for (int i = 0; i < Math.min(arguments.size(), parameters.length); i++) {
            if (arguments.get(i) instanceof ClosureExpression closure
                    && Blocks.delegateOf(parameters[i]).isPresent()) {
                language.blocks().openedBy(target).ifPresent(block -> opened.put(closure, block));
            }
        }
        if (!taint.at(expression)) {
            named.check(target, nameOf(call), arguments);
        }
    }

    /** An outer block's word is found by Groovy, since closures ask their owner too: here it is a mistake. */
    @Override
    public void afterMethodCall(MethodCall call) {
        if (!(call instanceof MethodCallExpression word) || !word.isImplicitThis() || taint.at(word)) {
            return;
        }
        MethodNode target = getTargetMethod(word);
        Optional<Block> here = here();
        if (target == null
                || here.isEmpty()
                || !language.blocks().isWord(target)
                || Blocks.everywhere(target)
                || here.get().hasWord(target)) {
            return;
        }
        taint.mark(word);
        if (here.get().has(target.getName())) {
            List<MethodNode> overloads = here.get().forms(target.getName());
            mismatch.report(target.getName(), nameOf(call), overloads, arguments(call));
        } else {
            unknown.misplaced(
                    target.getName(),
                    nameOf(call),
                    here.get(),
                    language.blocks().with(target.getName()));
        }
    }

    @Override
    public List<MethodNode> handleAmbiguousMethods(List<MethodNode> methods, Expression origin) {
        return origin instanceof MethodCall call && taint.in(arguments(call)) ? methods.subList(0, 1) : methods;
    }

    @Override
    public boolean handleIncompatibleAssignment(ClassNode left, ClassNode right, Expression assignment) {
        if (Taint.in(left) || Taint.in(right) || taint.in(assignment) || assignment.getLineNumber() < 1) {
            return true;
        }
        Expression value = assignment instanceof BinaryExpression binary ? binary.getRightExpression() : assignment;
        unfit(value, right, left);
        taint.mark(assignment);
        return true;
    }

    private void unfit(Expression value, ClassNode given, ClassNode wanted) {
        findings.error(
                value,
                language.terms().given(value, given) + " is given where "
                        + language.terms().expected(wanted) + " is needed");
    }

    @Override
    public boolean handleIncompatibleReturnType(ReturnStatement statement, ClassNode type) {
        Expression value = statement.getExpression();
        MethodNode function = typeCheckingVisitor.getTypeCheckingContext().getEnclosingMethod();
        boolean quiet = Taint.in(type) || taint.in(value);
        if (quiet || function == null || value.getLineNumber() < 1) {
            return quiet;
        }
        taint.mark(value);
        if (typeCheckingVisitor.getTypeCheckingContext().getEnclosingClosure() == null) {
            unfit(value, type, function.getReturnType());
        } else {
            findings.error(value, language.terms().given(value, type) + " is not what this closure has to give");
        }
        return true;
    }

    private static List<Expression> arguments(MethodCall call) {
        return call.getArguments() instanceof TupleExpression several
                ? several.getExpressions()
                : List.of(call.getArguments());
    }

    private static ASTNode nameOf(MethodCall call) {
        return call instanceof MethodCallExpression word ? word.getMethod() : (ASTNode) call;
    }
}
