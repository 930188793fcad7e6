package io.dockerops.dsl.compile.check;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences for messages of the Groovy compiler that need nothing but their text. */
final class Sentences {

    /** A message, and the summary and hint for it; {@code $1} is what the pattern found. */
    private record Rule(Pattern pattern, String summary, String hint) {

        Rule(String pattern, String summary, String hint) {
            this(Pattern.compile(pattern, Pattern.DOTALL), summary, hint);
        }

        Rule(String pattern, String summary) {
            this(pattern, summary, "");
        }
    }

    private static final String OTHER_NAME = "choose another name";

    private static final List<Rule> RULES = List.of(
            new Rule(
                    ".*already contains a (?:variable|parameter) of the name (\\w+).*",
                    "`$1` is declared twice",
                    "leave `def` away to give it a new value, or choose another name"),
            new Rule("duplicated parameter '(\\w+)' found.*", "`$1` is declared twice", OTHER_NAME),
            new Rule(
                    "(?:The method|Repetitive method name/signature)[^(]*\\s(\\w+)\\(.*",
                    "the function `$1` is declared twice",
                    OTHER_NAME),
            new Rule(
                    "Invalid duplicate class definition of class (\\w+).*",
                    "the class `$1` is declared twice",
                    OTHER_NAME),
            new Rule(
                    "[Cc]annot resolve dynamic method name.*",
                    "the name of a word cannot be computed",
                    "write the word itself"),
            new Rule(
                    "The variable \\[(\\w+)\\] is declared final but is reassigned.*",
                    "`$1` is final and has a value already"),
            new Rule("Cannot set read-only property: (\\w+).*", "`$1` cannot be changed"),
            new Rule("No such property: (\\w+) for class: (?:[\\w.]+\\.)?(\\w+).*", "`$2` has no `$1`"),
            new Rule("The LHS of an assignment should be.*", "nothing can be assigned to this"),
            new Rule(
                    "Reference to method is ambiguous.*",
                    "it is not clear which form of this word is meant",
                    "say the type: `(String) value`"),
            new Rule(
                    "The spread operator cannot be used.*",
                    "a list cannot be spread with `*` here",
                    "give the list as it is"),
            new Rule(
                    "Argument is a method reference.*",
                    "a method reference cannot be used here",
                    "write a closure: `{ it.method() }`"),
            new Rule("Cannot call closure that accepts.*", "this closure does not take these values"),
            new Rule(
                    "Incorrect number of parameters. Expected 1 but found (\\d+).*",
                    "this closure gets one value, not $1"),
            new Rule(
                    "Incorrect number of parameters. Expected ([\\d or]+) but found (\\d+).*",
                    "this closure gets $1 values, not $2"),
            new Rule("Possible loss of precision.*", "this number may be too large or too exact for its variable"),
            new Rule("Inconvertible types.*", "a value of this kind cannot become one of that type"),
            new Rule("Cannot return .*", "this value is of another kind than is needed here"),
            new Rule(
                    "Cannot loop with element of type.*",
                    "the variable of this loop is of another kind than the elements"),
            new Rule(
                    "(?:Incompatible generic argument types|Cannot assign value of type \\S+ into array).*",
                    "the elements are of another kind than is declared"),
            new Rule("Non-static method \\S+#(\\w+) cannot be called from static context.*", "`$1` needs an object"),
            new Rule(
                    "Cannot find matching constructor ([\\w.$]*\\.)?(\\w+)\\(.*",
                    "`new $2` does not take these values"),
            new Rule("Multiple assignments without list.*", "several variables need a list on the right"),
            new Rule("Incorrect number of values. Expected:(\\d+) Was:(\\d+).*", "$1 variables need $1 values, not $2"),
            new Rule(
                    "You cannot create an instance from the abstract (?:interface|class) '([^']*\\.)?(\\w+)'.*",
                    "`$2` cannot be made with `new`"),
            new Rule(
                    "Cannot use return statement with an expression on a method that returns void.*",
                    "this function gives nothing back, since it is declared `void`",
                    "write `def` instead, or `return` alone"),
            new Rule("(?:break|continue) statement is only allowed.*", "this belongs into a loop"),
            new Rule(
                    "catch statement parameter type is not a subclass of Throwable.*",
                    "only exceptions can be caught"));

    private Sentences() {}

    /** The problem that {@code message} is about, when there is a sentence for it. */
    static Optional<Problem> of(String message, SourceRef place) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(message);
            if (matcher.matches()) {
                Problem problem = Problem.error(place, matcher.replaceFirst(rule.summary()));
                return Optional.of(rule.hint().isEmpty() ? problem : problem.hint(rule.hint()));
            }
        }
        return Optional.empty();
    }
}
