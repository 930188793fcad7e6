package io.dockerops.dsl.compile;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.codehaus.groovy.runtime.InvokerInvocationException;

/** Makes problems of what is thrown while a script runs. */
final class Failures {

    private static final String OURS = "io.dockerops.";

    private final ScriptPlaces places;

    Failures(ScriptPlaces places) {
        this.places = places;
    }

    /**
     * What to throw on: the problem, or {@code thrown} itself when it is no mistake in the script but one of ours.
     *
     * @throws Error when {@code thrown} is one that no script can answer for
     */
    RuntimeException problemOf(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof ProblemException problem) {
            return problem;
        }
        Optional<SourceRef> place = places.of(cause);
        if (place.isPresent() && cause instanceof Mistake mistake) {
            return new ProblemException(mistake.at(place.get()));
        }
        if (place.isPresent() && !isOurs(cause)) {
            Optional<String> sentence = sentence(cause);
            if (sentence.isPresent()) {
                return new ProblemException(problem(cause, place.get(), sentence.get()));
            }
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    /** A library refuses a value with an IllegalArgumentException; all else is a mistake in the library. */
    private Problem problem(Throwable cause, SourceRef place, String sentence) {
        Optional<SourceRef> library =
                cause instanceof IllegalArgumentException ? Optional.empty() : places.inLibrary(cause);
        return library.map(inside -> Problem.error(inside, sentence, "the library was called in " + place.brief()))
                .orElseGet(() -> Problem.error(place, sentence));
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null
                && (inner instanceof InvokerInvocationException
                        || inner instanceof InvocationTargetException
                        || inner instanceof UndeclaredThrowableException
                        || inner instanceof ExceptionInInitializerError)) {
            inner = inner.getCause();
        }
        return inner;
    }

    /**
     * Whether our code has thrown what it throws only by mistake: words refuse their arguments with an
     * IllegalArgumentException, and nothing else.
     */
    private boolean isOurs(Throwable thrown) {
        if (thrown instanceof IllegalArgumentException || thrown instanceof StackOverflowError) {
            return false;
        }
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (places.place(element, "").isPresent()
                    || places.inLibrary(element).isPresent()) {
                return false;
            }
            if (element.getClassName().startsWith(OURS)) {
                return true;
            }
        }
        return true;
    }

    private Optional<String> sentence(Throwable thrown) {
        String message = Optional.ofNullable(thrown.getMessage()).orElse("").strip();
        if (thrown instanceof StackOverflowError) {
            return Optional.of(endless(thrown));
        }
        if (thrown instanceof AssertionError) {
            return Optional.of(assertion(message));
        }
        if (thrown instanceof Error) {
            return Optional.empty();
        }
        if (thrown instanceof IOException io) {
            return Optional.of(file(io, message));
        }
        if (thrown instanceof NumberFormatException) {
            return Optional.of(number(message));
        }
        return Optional.of(value(thrown, message));
    }

    private static String value(Throwable thrown, String message) {
        if (thrown instanceof NullPointerException) {
            return "a value is null here, and has to be something";
        }
        if (thrown instanceof ArithmeticException
                && message.toLowerCase(Locale.ROOT).contains("zero")) {
            return "division by zero";
        }
        if (thrown instanceof IndexOutOfBoundsException || thrown instanceof NoSuchElementException) {
            return "there is no such element" + behind(message);
        }
        if (thrown instanceof ClassCastException) {
            return "a value is of another kind than is needed here";
        }
        if (thrown instanceof UnsupportedOperationException) {
            return "this cannot be changed" + behind(message);
        }
        if (thrown instanceof MissingPropertyException missing) {
            return "there is no `" + missing.getProperty() + "`";
        }
        if (thrown instanceof MissingMethodException missing) {
            return "there is no `" + missing.getMethod() + "` for these values";
        }
        return firstLine(message).isEmpty() ? words(thrown) : firstLine(message);
    }

    /** The function or class that the recursion goes through: the innermost one of the project. */
    private String endless(Throwable thrown) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (places.place(element, "").isPresent()) {
                String name = element.getMethodName();
                boolean closure = name.equals("doCall") || name.equals("call") || name.contains("$");
                return (closure ? "this closure" : "the function `" + name + "`") + " calls itself without an end";
            }
        }
        return "this calls itself without an end";
    }

    private static String assertion(String message) {
        String line = firstLine(message);
        return line.isEmpty() ? "an assertion failed" : "an assertion failed: " + line.replaceFirst("^assert\\s+", "");
    }

    private static String file(IOException thrown, String message) {
        String line = firstLine(message);
        if (thrown instanceof NoSuchFileException || thrown instanceof FileNotFoundException) {
            return "there is no file " + line.replaceAll("\\s*\\(.*\\)$", "");
        }
        if (thrown instanceof AccessDeniedException) {
            return "there is no permission for " + line;
        }
        return "a file cannot be read or written" + behind(message);
    }

    private static String number(String message) {
        int quote = message.indexOf('"');
        int end = message.indexOf('"', quote + 1);
        return quote >= 0 && end > quote
                ? "'" + message.substring(quote + 1, end) + "' is no number"
                : "this text is no number";
    }

    private static String behind(String message) {
        return firstLine(message).isEmpty() ? "" : ": " + firstLine(message);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    /** {@code IllegalStateException}: {@code illegal state}. */
    private static String words(Throwable thrown) {
        String name = thrown.getClass().getSimpleName().replaceFirst("(Exception|Error)$", "");
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
