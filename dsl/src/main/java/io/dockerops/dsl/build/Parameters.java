package io.dockerops.dsl.build;

import io.dockerops.engine.model.Parameter;
import io.dockerops.engine.model.Parameter.Kind;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters that a project declares, and the values that were given for them. */
final class Parameters {

    private final Reading reading;
    private final Map<String, String> given;
    private final Map<String, Parameter> declared = new LinkedHashMap<>();
    private final Map<String, SourceRef> places = new LinkedHashMap<>();

    Parameters(Reading reading, Map<String, String> given) {
        this.reading = reading;
        this.given = new LinkedHashMap<>(given);
    }

    /** Declares a parameter and gives its value. */
    Object value(String name, Kind kind, @Nullable Object defaultValue, @Nullable String description) {
        Optional<Parameter> parameter = reading.tried(() -> new Parameter(
                name,
                kind,
                Optional.ofNullable(defaultValue).map(ParameterText::written),
                Optional.ofNullable(description)));
        if (parameter.isPresent()) {
            SourceRef first = places.putIfAbsent(name, reading.here());
            if (first != null) {
                reading.problem(
                        "parameter `" + name + "` is declared twice",
                        "the first one is in " + first.brief() + ": keep its value in a variable and use that");
            }
            declared.putIfAbsent(name, parameter.get());
        }
        Object fallback = defaultValue == null ? ParameterText.standIn(kind, name) : defaultValue;
        return reading.tried(() -> given(name, kind, defaultValue)).orElse(fallback);
    }

    private Object given(String name, Kind kind, @Nullable Object defaultValue) {
        String text = given.get(name);
        if (text != null) {
            try {
                return ParameterText.parse(kind, text);
            } catch (IllegalArgumentException e) {
                throw new Mistake(
                        "parameter `" + name + "` is " + kind.phrase() + ", and `" + text + "` is not",
                        "give it as `-P " + name + "=" + example(kind, defaultValue) + "`");
            }
        }
        if (defaultValue == null) {
            throw new Mistake(
                    "parameter `" + name + "` has no value",
                    "give one with `-P " + name + "=" + example(kind, null) + "`");
        }
        return defaultValue;
    }

    private static String example(Kind kind, @Nullable Object defaultValue) {
        if (defaultValue != null) {
            return ParameterText.written(defaultValue);
        }
        return switch (kind) {
            case TEXT -> "…";
            case WHOLE_NUMBER -> "1";
            case FLAG -> "true";
            case SIZE -> "512mb";
            case DURATION -> "30s";
        };
    }

    /** Reports values for parameters that nobody declares. */
    void end() {
        for (String name : given.keySet()) {
            if (!declared.containsKey(name)) {
                reading.problem(Problem.error(
                        "the project has no parameter `" + name + "`",
                        Suggest.hint(name, declared.keySet())
                                .orElse(
                                        declared.isEmpty()
                                                ? "it declares none"
                                                : "it has `" + String.join("`, `", declared.keySet()) + "`")));
            }
        }
    }

    List<Parameter> declared() {
        return List.copyOf(declared.values());
    }
}
