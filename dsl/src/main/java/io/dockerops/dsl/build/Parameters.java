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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters that a project declares, and the values that were given for them. */
final class Parameters {

    private static final String VARIABLE = ProjectBuilder.PARAMETER_VARIABLE;

    private final Reading reading;
    private final Map<String, String> given;
    private final Map<String, String> environment;
    private final Map<String, Parameter> declared = new LinkedHashMap<>();
    private final Map<String, SourceRef> places = new LinkedHashMap<>();
    private final Map<String, SourceRef> placesInEnvironment = new LinkedHashMap<>();
    private final Map<String, Object> defaults = new LinkedHashMap<>();

    /**
     * @param given values of parameters by name; each must be declared
     * @param environment variables, those for parameters among them
     */
    Parameters(Reading reading, Map<String, String> given, Map<String, String> environment) {
        this.reading = reading;
        this.given = new LinkedHashMap<>(given);
        this.environment = new LinkedHashMap<>(environment);
    }

    /** Declares a parameter and gives its value. */
    Object value(String name, Kind kind, @Nullable Object defaultValue, @Nullable String description) {
        Object own = reading.inEnvironment() ? defaultValue : ofEnvironment(name, kind, defaultValue);
        reading.tried(() -> new Parameter(
                        name,
                        kind,
                        Optional.ofNullable(own).map(ParameterText::written),
                        Optional.ofNullable(description)))
                .ifPresent(parameter -> declare(parameter, own));
        Object fallback = own == null ? ParameterText.standIn(kind, name) : own;
        return reading.tried(() -> given(name, kind, own)).orElse(fallback);
    }

    private void declare(Parameter parameter, @Nullable Object value) {
        String name = parameter.name();
        SourceRef taken = places.get(name);
        if (reading.inEnvironment() && taken != null) {
            reading.problem(
                    "parameter `" + name + "` gets its default too late: its value was taken in " + taken.brief(),
                    "write this in an `environment` block above that line");
            return;
        }
        SourceRef first = (reading.inEnvironment() ? placesInEnvironment : places).putIfAbsent(name, reading.here());
        if (first != null) {
            reading.problem(
                    "parameter `" + name + "` is declared twice",
                    "the first one is in " + first.brief() + ": keep its value in a variable and use that");
            return;
        }
        declared.put(name, parameter);
        if (reading.inEnvironment() && value != null) {
            defaults.put(name, value);
        }
    }

    /** The default that the environment has set before, or else {@code own}. */
    private @Nullable Object ofEnvironment(String name, Kind kind, @Nullable Object own) {
        Object value = defaults.get(name);
        if (value == null) {
            return own;
        }
        if (!ParameterText.kind(value.getClass()).equals(Optional.of(kind))) {
            reading.problem(
                    "parameter `" + name + "` is " + kind.phrase() + ", and its default in the environment is "
                            + Given.described(value),
                    "the environment sets it in "
                            + Objects.requireNonNull(placesInEnvironment.get(name))
                                    .brief());
            return own;
        }
        return value;
    }

    private Object given(String name, Kind kind, @Nullable Object defaultValue) {
        String said = given.get(name);
        String text = said == null ? environment.get(VARIABLE + name) : said;
        if (text != null) {
            try {
                return ParameterText.parse(kind, text);
            } catch (IllegalArgumentException e) {
                String example = name + "=" + example(kind, defaultValue);
                throw new Mistake(
                        "parameter `" + name + "` is " + kind.phrase() + ", and `" + text + "` is not",
                        "give it as `" + (said == null ? VARIABLE : "-P ") + example + "`");
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
                        declared.isEmpty() ? "it declares none" : Suggest.hint(name, declared.keySet(), "it has")));
            }
        }
    }

    List<Parameter> declared() {
        return List.copyOf(declared.values());
    }
}
