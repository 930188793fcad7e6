package io.dockerops.dsl.compile.check;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/** Which expressions have been found wrong, so that what follows from one mistake is not reported as another. */
final class Taint {

    static final ClassNode UNKNOWN = ClassHelper.make(Unknown.class);

    private final Set<ASTNode> wrong = Collections.newSetFromMap(new IdentityHashMap<>());

    void mark(ASTNode node) {
        wrong.add(node);
    }

    /** Marks every variable in {@code expression}. */
    void markAll(Expression expression) {
        expression.visit(new CodeVisitorSupport() {
            @Override
            public void visitVariableExpression(VariableExpression variable) {
                mark(variable);
            }
        });
    }

    /** Whether something in {@code expression}, outside of its closures, is wrong or comes from something wrong. */
    boolean in(Expression expression) {
        Search search = new Search();
        expression.visit(search);
        return search.found;
    }

    boolean in(List<Expression> expressions) {
        return expressions.stream().anyMatch(this::in);
    }

    static boolean in(ClassNode type) {
        if (type.equals(UNKNOWN) || unresolved(type)) {
            return true;
        }
        if (type.isArray()) {
            return in(type.getComponentType());
        }
        GenericsType[] arguments = type.getGenericsTypes();
        if (arguments != null && !type.isGenericsPlaceHolder()) {
            for (GenericsType argument : arguments) {
                if (!argument.isPlaceholder() && !argument.isWildcard() && in(argument.getType())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A class that was not found, which has been reported. */
    private static boolean unresolved(ClassNode type) {
        ClassNode declared = type.redirect();
        return declared.getClass() == ClassNode.class
                && !type.isGenericsPlaceHolder()
                && !declared.isResolved()
                && !declared.isPrimaryClassNode();
    }

    boolean at(ASTNode node) {
        if (wrong.contains(node)) {
            return true;
        }
        Object type = node.getNodeMetaData(StaticTypesMarker.INFERRED_TYPE);
        return type instanceof ClassNode inferred && in(inferred);
    }

    private final class Search extends CodeVisitorSupport {

        private boolean found;

        private void look(ASTNode node) {
            found |= at(node);
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            look(closure);
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            look(call);
            super.visitMethodCallExpression(call);
        }

        @Override
        public void visitPropertyExpression(PropertyExpression property) {
            look(property);
            super.visitPropertyExpression(property);
        }

        @Override
        public void visitVariableExpression(VariableExpression variable) {
            look(variable);
            if (variable.getAccessedVariable() instanceof ASTNode declared && declared != variable) {
                look(declared);
            }
        }

        @Override
        public void visitBinaryExpression(BinaryExpression binary) {
            look(binary);
            super.visitBinaryExpression(binary);
        }
    }
}
