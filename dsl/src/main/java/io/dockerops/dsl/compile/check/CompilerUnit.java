package io.dockerops.dsl.compile.check;

import groovy.lang.GroovyClassLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.InnerClassNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.io.StringReaderSource;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.LocatedMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.RuntimeParserException;
import org.codehaus.groovy.syntax.SyntaxException;
import org.codehaus.groovy.tools.GroovyClass;

/** Groovy's compilation unit, with errors that can wait until the end of a later phase. */
final class CompilerUnit extends CompilationUnit {

    private final Collector collector;

    CompilerUnit(CompilerConfiguration configuration, ClassLoader parent) {
        super(configuration, null, loader(configuration, parent));
        collector = new Collector(configuration);
        errorCollector = collector;
    }

    private static GroovyClassLoader loader(CompilerConfiguration configuration, ClassLoader parent) {
        GroovyClassLoader loader = new GroovyClassLoader(parent, configuration, false);
        // A name in a script is never the name of another source file on the class path.
        loader.setResourceLoader(name -> null);
        return loader;
    }

    SourceUnit add(String name, String text) {
        StringReaderSource reader = new StringReaderSource(text, configuration);
        return addSource(new SourceUnit(name, reader, configuration, getClassLoader(), collector));
    }

    void deferErrors(boolean defer) {
        collector.deferred = defer;
    }

    boolean hasMessages() {
        return collector.hasErrors();
    }

    /** The classes that were made, by name. */
    Map<String, byte[]> made() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (GroovyClass made : getClasses()) {
            classes.put(made.getName(), made.getBytes());
        }
        return classes;
    }

    /** The name of the source of each class. */
    Map<String, String> sourcesOf() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (GroovyClass made : getClasses()) {
            String outer = made.getName();
            ClassNode type = getAST().getClass(outer);
            while (type == null && outer.lastIndexOf('$') > 0) {
                outer = outer.substring(0, outer.lastIndexOf('$'));
                type = getAST().getClass(outer);
            }
            if (type != null && type.getModule() != null) {
                sources.put(made.getName(), type.getModule().getContext().getName());
            }
        }
        return sources;
    }

    /** The classes that closures became. */
    List<String> namesOf(List<ClosureExpression> closures) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, InnerClassNode> made :
                getAST().getGeneratedInnerClasses().entrySet()) {
            if (closures.stream().anyMatch(closure -> same(closure, made.getValue()))) {
                names.add(made.getKey());
            }
        }
        return names;
    }

    private static boolean same(ASTNode closure, ClassNode made) {
        return closure.getLineNumber() == made.getLineNumber()
                && closure.getColumnNumber() == made.getColumnNumber()
                && closure.getLastLineNumber() == made.getLastLineNumber()
                && closure.getLastColumnNumber() == made.getLastColumnNumber();
    }

    /** Makes problems of the messages about one source. */
    void moveMessages(SourceUnit source, Findings findings) {
        for (Message message : collector.take(source)) {
            if (message instanceof SyntaxErrorMessage syntax) {
                syntax(syntax.getCause(), source, findings);
            } else if (message instanceof LocatedMessage located) {
                CompilerMessages.translate(
                        findings,
                        located.getMessage(),
                        findings.source()
                                .place(
                                        located.getContext().getStartLine(),
                                        located.getContext().getStartColumn(),
                                        Integer.MAX_VALUE));
            } else if (message instanceof SimpleMessage simple) {
                CompilerMessages.translate(
                        findings, simple.getMessage(), findings.source().place(1, 1, Integer.MAX_VALUE));
            } else if (message instanceof ExceptionMessage thrown) {
                exception(thrown.getCause(), findings);
            }
        }
    }

    private static void exception(Exception thrown, Findings findings) {
        if (thrown instanceof RuntimeParserException parser
                && parser.getNode() != null
                && parser.getNode().getLineNumber() > 0) {
            CompilerMessages.translate(findings, String.valueOf(thrown.getMessage()), findings.place(parser.getNode()));
        } else if (findings.isEmpty()) {
            throw new IllegalStateException(
                    "the compiler failed on " + findings.source().file(), thrown);
        }
    }

    private void syntax(SyntaxException error, SourceUnit source, Findings findings) {
        if (source.getAST() == null || phase <= Phases.CONVERSION) {
            findings.add(SyntaxMessages.of(findings.source(), error));
            return;
        }
        int end = error.getEndLine() == error.getStartLine() ? error.getEndColumn() : Integer.MAX_VALUE;
        CompilerMessages.translate(
                findings,
                error.getOriginalMessage(),
                findings.source().place(Math.max(1, error.getStartLine()), error.getStartColumn(), end));
    }

    private static final class Collector extends ErrorCollector {

        private static final long serialVersionUID = 1L;

        private boolean deferred;

        Collector(CompilerConfiguration configuration) {
            super(configuration);
        }

        @Override
        protected void failIfErrors() throws CompilationFailedException {
            if (!deferred) {
                super.failIfErrors();
            }
        }

        /** Takes out what is about {@code source}, and what is about no source. */
        List<Message> take(SourceUnit source) {
            List<Message> taken = new ArrayList<>();
            if (errors != null) {
                errors.removeIf(message -> {
                    boolean other = message instanceof SyntaxErrorMessage syntax
                            && !source.getName().equals(syntax.getCause().getSourceLocator());
                    return !other && taken.add(message);
                });
            }
            return taken;
        }
    }
}
