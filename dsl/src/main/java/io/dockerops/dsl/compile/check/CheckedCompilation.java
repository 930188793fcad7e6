package io.dockerops.dsl.compile.check;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.transform.sc.StaticCompilationVisitor;
import org.codehaus.groovy.transform.sc.StaticCompileTransformation;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Static compilation of whole classes with the word checker in it. It does what {@code @CompileStatic(extensions = …)}
 * does, but hands the checker over as an object instead of by name.
 */
final class CheckedCompilation extends StaticCompileTransformation {

    private final Language language;
    private final Findings findings;
    private final Declared declared;
    private final Taint taint = new Taint();
    private final List<ClosureExpression> blocks = new ArrayList<>();

    CheckedCompilation(CompilationUnit unit, Language language, Findings findings, Declared declared) {
        setCompilationUnit(unit);
        this.language = language;
        this.findings = findings;
        this.declared = declared;
    }

    void compile(ClassNode type, SourceUnit source) {
        AnnotationNode annotation = new AnnotationNode(ClassHelper.make(groovy.transform.CompileStatic.class));
        visit(new ASTNode[] {annotation, type}, source);
    }

    /** The closures of all classes that are blocks of words. */
    List<ClosureExpression> blocks() {
        return blocks;
    }

    @Override
    protected StaticTypeCheckingVisitor newVisitor(SourceUnit source, ClassNode type) {
        return new Visitor(source, type);
    }

    /** Adds the checker in place of the extensions that the annotation would name. */
    @Override
    protected void addTypeCheckingExtensions(StaticTypeCheckingVisitor visitor, Expression extensions) {
        visitor.addTypeCheckingExtension(((Visitor) visitor).checker);
    }

    /** Takes the type checker's own messages away from Groovy's error collector. */
    private final class Visitor extends StaticCompilationVisitor {

        private final WordChecker checker;
        private final CompilerMessages messages;
        private final Functions functions = new Functions();

        Visitor(SourceUnit source, ClassNode type) {
            super(source, type);
            this.checker = new WordChecker(this, language, findings, taint, declared);
            this.messages = new CompilerMessages(language, findings, taint, this::getType);
        }

        @Override
        public void visitClass(ClassNode type) {
            if (type.isDerivedFrom(language.base())) {
                Functions.order(type);
            }
            super.visitClass(type);
        }

        @Override
        public void visitMethod(MethodNode method) {
            super.visitMethod(method);
            functions.end(method);
        }

        @Override
        protected @Nullable ClassNode checkReturnType(ReturnStatement statement) {
            MethodNode method = typeCheckingContext.getEnclosingMethod();
            boolean function = method != null
                    && typeCheckingContext.getEnclosingClosure() == null
                    && method.getDeclaringClass().isDerivedFrom(language.base());
            if (function) {
                functions.gives(method, getType(statement.getExpression()));
            }
            return super.checkReturnType(statement);
        }

        /** The words of libraries come before what Groovy adds to every object. */
        @Override
        protected List<MethodNode> findMethod(ClassNode receiver, String name, ClassNode... arguments) {
            List<MethodNode> word = language.added().chosen(receiver, name, arguments);
            return word.isEmpty() ? super.findMethod(receiver, name, arguments) : word;
        }

        @Override
        public void addError(String message, ASTNode node) {
            messages.typeError(message, node);
        }

        /** What a closure has that was given to an unknown word means nothing. */
        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            if (!taint.at(closure)) {
                super.visitClosureExpression(closure);
            }
        }

        @Override
        public void visitPropertyExpression(PropertyExpression property) {
            if (!taint.at(property)) {
                super.visitPropertyExpression(property);
            }
        }

        @Override
        public void performSecondPass() {
            super.performSecondPass();
            blocks.addAll(checker.blocks());
        }
    }
}
