package io.dockerops.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as trees of {@code Map<String, Object>} (in the order of the text), {@code List<Object>}, {@code String}, {@code
 * Long}, {@code Double}, {@code Boolean} and null. Streaming is used in place of data binding, which takes longer to load
 * than most commands run.
 */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException when the text is not JSON
     */
    public static @Nullable Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return whole(parser);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /**
     * Reads one value to the end of {@code in}.
     *
     * @throws IOException when reading fails or the content is not JSON
     */
    public static @Nullable Object parse(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            return whole(parser);
        }
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException when the text is not JSON or not an object
     */
    public static Map<String, Object> object(String text) {
        if (parse(text) instanceof Map<?, ?> map) {
            return cast(map);
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    /** A map of a tree with its type. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /**
     * Writes a value on one line.
     *
     * @throws IllegalArgumentException when the tree has a type that JSON lacks
     */
    public static String write(@Nullable Object value) {
        return write(value, false);
    }

    /** Writes a value on several indented lines. */
    public static String writeIndented(@Nullable Object value) {
        return write(value, true);
    }

    private static String write(@Nullable Object value, boolean indented) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            if (indented) {
                generator.useDefaultPrettyPrinter();
            }
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator to, @Nullable Object value) throws IOException {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            to.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                to.writeFieldName((String) entry.getKey());
                write(to, entry.getValue());
            }
            to.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            to.writeStartArray();
            for (Object item : items) {
                write(to, item);
            }
            to.writeEndArray();
        } else {
            writeScalar(to, value);
        }
    }

    private static void writeScalar(JsonGenerator to, Object value) throws IOException {
        if (value instanceof String text) {
            to.writeString(text);
        } else if (value instanceof Boolean flag) {
            to.writeBoolean(flag);
        } else if (value instanceof Long || value instanceof Integer) {
            to.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
            to.writeNumber(number);
        } else {
            throw new IllegalArgumentException("JSON has no " + value.getClass().getSimpleName());
        }
    }

    private static @Nullable Object whole(JsonParser parser) throws IOException {
        parser.nextToken();
        Object value = value(parser);
        if (parser.nextToken() != null) {
            throw new IOException("something follows the JSON value");
        }
        return value;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the JSON text is empty");
        }
        return switch (token) {
            case START_OBJECT -> objectAt(parser);
            case START_ARRAY -> arrayAt(parser);
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static Map<String, @Nullable Object> objectAt(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }

    private static List<@Nullable Object> arrayAt(JsonParser parser) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }
}
