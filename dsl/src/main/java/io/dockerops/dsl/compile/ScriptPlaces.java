package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.unit.UnitLoader;
import io.dockerops.dsl.words.Places;
import io.dockerops.engine.problem.SourceRef;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the lines of one project on the stack: its classes are those that its loaders have defined. */
final class ScriptPlaces implements Places {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final ProjectFiles files;

    ScriptPlaces(ProjectFiles files) {
        this.files = files;
    }

    @Override
    public SourceRef here() {
        return STACK.walk(this::innermost)
                .orElseThrow(() -> new IllegalStateException("no script is running on this thread"));
    }

    private Optional<SourceRef> innermost(Stream<StackFrame> frames) {
        String called = "";
        for (Iterator<StackFrame> each = frames.iterator(); each.hasNext(); ) {
            StackFrame frame = each.next();
            if (frame.getDeclaringClass().getClassLoader() instanceof UnitLoader loader && frame.getLineNumber() > 0) {
                String word = called;
                Optional<SourceRef> place = files.ofLoader(loader.getName())
                        .filter(file -> file.loader() == loader)
                        .map(file -> file.place(frame.getClassName(), frame.getLineNumber(), word));
                if (place.isPresent()) {
                    return place;
                }
            }
            called = frame.getMethodName();
        }
        return Optional.empty();
    }

    @Override
    public Optional<SourceRef> of(Throwable thrown) {
        String called = "";
        for (StackTraceElement element : thrown.getStackTrace()) {
            Optional<SourceRef> place = place(element, called);
            if (place.isPresent()) {
                return place;
            }
            called = element.getMethodName();
        }
        return thrown.getCause() == null ? Optional.empty() : of(thrown.getCause());
    }

    /** The line of a library's class that has thrown {@code thrown}, or called what has; empty when no library did. */
    Optional<SourceRef> inLibrary(Throwable thrown) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (place(element, "").isPresent()) {
                return Optional.empty();
            }
            Optional<SourceRef> place = inLibrary(element);
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** The place of one line of a stack trace, when it is a line of a library's class. */
    Optional<SourceRef> inLibrary(StackTraceElement element) {
        String loader = element.getClassLoaderName();
        if (loader == null || element.getLineNumber() < 1) {
            return Optional.empty();
        }
        return files.ofLibrary(loader).map(file -> file.place(element.getClassName(), element.getLineNumber(), ""));
    }

    @Override
    public RuntimeException explain(Throwable thrown) {
        return new Failures(this).problemOf(thrown);
    }

    /** The place of one line of a stack trace, when it is a line of the project. */
    Optional<SourceRef> place(StackTraceElement element, String called) {
        String loader = element.getClassLoaderName();
        if (loader == null || element.getLineNumber() < 1) {
            return Optional.empty();
        }
        return files.ofLoader(loader).map(file -> file.place(element.getClassName(), element.getLineNumber(), called));
    }
}
