package io.dockerops.dsl.build;

import io.dockerops.dsl.words.ParameterWords;
import io.dockerops.engine.model.Parameter.Kind;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.problem.Mistake;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words for parameters, below the other words of the top level. */
abstract class ParameterLayer extends Block implements ParameterWords {

    private final Parameters parameters;

    ParameterLayer(Reading reading, String title, Parameters parameters) {
        super(reading, title);
        this.parameters = parameters;
    }

    @Override
    public final String parameter(String name, String defaultValue) {
        return value(String.class, Kind.TEXT, name, defaultValue, null);
    }

    @Override
    public final String parameter(String name, String defaultValue, String description) {
        return value(String.class, Kind.TEXT, name, defaultValue, description);
    }

    @Override
    public final Integer parameter(String name, Integer defaultValue) {
        return value(Integer.class, Kind.WHOLE_NUMBER, name, defaultValue, null);
    }

    @Override
    public final Integer parameter(String name, Integer defaultValue, String description) {
        return value(Integer.class, Kind.WHOLE_NUMBER, name, defaultValue, description);
    }

    @Override
    public final Boolean parameter(String name, Boolean defaultValue) {
        return value(Boolean.class, Kind.FLAG, name, defaultValue, null);
    }

    @Override
    public final Boolean parameter(String name, Boolean defaultValue, String description) {
        return value(Boolean.class, Kind.FLAG, name, defaultValue, description);
    }

    @Override
    public final Size parameter(String name, Size defaultValue) {
        return value(Size.class, Kind.SIZE, name, defaultValue, null);
    }

    @Override
    public final Size parameter(String name, Size defaultValue, String description) {
        return value(Size.class, Kind.SIZE, name, defaultValue, description);
    }

    @Override
    public final Duration parameter(String name, Duration defaultValue) {
        return value(Duration.class, Kind.DURATION, name, defaultValue, null);
    }

    @Override
    public final Duration parameter(String name, Duration defaultValue, String description) {
        return value(Duration.class, Kind.DURATION, name, defaultValue, description);
    }

    @Override
    public final <T> T parameter(Map<String, Class<T>> type, String name) {
        return required(type, name, null);
    }

    @Override
    public final <T> T parameter(Map<String, Class<T>> type, String name, String description) {
        return required(type, name, description);
    }

    @SuppressWarnings("unchecked")
    private <T> T required(Map<String, Class<T>> options, String name, @Nullable String description) {
        Class<T> type = options.get("type");
        Optional<Kind> kind = type == null ? Optional.empty() : ParameterText.kind(type);
        if (type == null || kind.isEmpty()) {
            word("parameter", () -> {
                throw new Mistake(
                        "`type` of parameter `" + name + "` is "
                                + (type == null ? "missing" : "`" + type.getSimpleName() + "`"),
                        "write `String`, `Integer`, `Boolean`, `Size` or `Duration`");
            });
            return (T) ParameterText.standIn(Kind.TEXT, String.valueOf(name));
        }
        return (T) read(kind.get(), name, null, description);
    }

    private <T> T value(Class<T> type, Kind kind, String name, @Nullable T fallback, @Nullable String description) {
        return type.cast(read(kind, name, fallback, description));
    }

    private Object read(Kind kind, String name, @Nullable Object fallback, @Nullable String description) {
        Object[] result = {fallback == null ? ParameterText.standIn(kind, String.valueOf(name)) : fallback};
        word("parameter", name, () -> result[0] = parameters.value(name, kind, fallback, description));
        return result[0];
    }
}
