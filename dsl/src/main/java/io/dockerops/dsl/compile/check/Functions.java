package io.dockerops.dsl.compile.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.tools.WideningCategories;

/**
 * Finds out what the functions of a script give back that say no type: {@code def database() { service('db') { … } }}.
 * Groovy does that for closures only.
 */
final class Functions {

    private final IdentityHashMap<MethodNode, List<ClassNode>> returned = new IdentityHashMap<>();

    /** Puts functions before what calls them, so that their types are known there. */
    static void order(ClassNode script) {
        Set<MethodNode> ordered = new LinkedHashSet<>();
        List<MethodNode> all = script.getMethods();
        List.copyOf(all).forEach(method -> addAfterCalled(method, all, ordered, new LinkedHashSet<>()));
        all.clear();
        all.addAll(ordered);
    }

    private static void addAfterCalled(
            MethodNode method, List<MethodNode> all, Set<MethodNode> ordered, Set<MethodNode> open) {
        if (ordered.contains(method) || !open.add(method)) {
            return;
        }
        Set<String> called = new LinkedHashSet<>();
        if (method.getCode() != null) {
            method.getCode().visit(new CodeVisitorSupport() {
                @Override
                public void visitMethodCallExpression(MethodCallExpression call) {
                    if (call.getMethodAsString() != null) {
                        called.add(call.getMethodAsString());
                    }
                    super.visitMethodCallExpression(call);
                }
            });
        }
        for (MethodNode other : List.copyOf(all)) {
            if (called.contains(other.getName())) {
                addAfterCalled(other, all, ordered, open);
            }
        }
        ordered.add(method);
    }

    /** Unlike Groovy's own method, this keeps type arguments. */
    private static ClassNode wrapped(ClassNode type) {
        return ClassHelper.isPrimitiveType(type) ? ClassHelper.getWrapper(type) : type;
    }

    /** Notes the type of one value that a function gives back. */
    void gives(MethodNode function, ClassNode type) {
        if (function.isDynamicReturnType() && !function.isScriptBody() && function.getLineNumber() > 0) {
            returned.computeIfAbsent(function, any -> new ArrayList<>()).add(type);
        }
    }

    /** Gives a function the type of all values that it gives back, when they have one in common. */
    void end(MethodNode function) {
        List<ClassNode> types = returned.remove(function);
        if (types == null || types.stream().anyMatch(ClassHelper::isPrimitiveVoid)) {
            return;
        }
        ClassNode common = WideningCategories.lowestUpperBound(
                types.stream().map(Functions::wrapped).toList());
        boolean real = common.redirect().getClass() == ClassNode.class || common.isPrimaryClassNode();
        if (real && !ClassHelper.isObjectType(common)) {
            function.setReturnType(common);
        }
    }
}
