package io.dockerops.engine.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that is asked of an engine when it creates a container, network or volume: the fields of Docker's API with
 * their values. A field that is absent is left to the engine. How a container, network or volume is set up now is said
 * in the same form.
 *
 * <p>Paths and values are those of the body that Docker's API takes, in its units, with these differences, so that each
 * thing that can be wanted on its own has a path of its own ({@link #canonical()} brings everything into this form):
 *
 * <table>
 * <caption>Fields that differ from Docker's body</caption>
 * <tr><th>field<th>value<th>in the body
 * <tr><td>{@code Env.NAME}<td>text; or false: the image's variable is taken away<td>{@code NAME=text} in {@code Env}
 * <tr><td>{@code ExposedPorts.80/tcp}, {@code Volumes./path}<td>true<td>an empty object
 * <tr><td>{@code HostConfig.Binds./path}<td>text {@code source:rw}, {@code source:ro} or other options; the source is a
 *     volume's name or an absolute path of the host<td>{@code source:/path:options} in {@code Binds}
 * <tr><td>{@code HostConfig.Mounts./path.Type}, {@code .Source}, {@code .ReadOnly} …<td>as in the body<td>an object with
 *     {@code Target} in {@code Mounts}
 * <tr><td>{@code HostConfig.Ulimits.NAME.Soft}, {@code .Hard}<td>number<td>an object with {@code Name} in {@code Ulimits}
 * <tr><td>{@code HostConfig.PortBindings.80/tcp}<td>items of texts {@code address:port}, either part may be empty<td>
 *     objects with {@code HostIp} and {@code HostPort}
 * <tr><td>{@code HostConfig.CapAdd}, {@code .CapDrop}<td>items in order, without {@code CAP_}<td>as the engine likes
 * <tr><td>{@code Networks.NAME.Aliases}, {@code .Links}, {@code .IPAMConfig.IPv4Address} …<td>as in the body<td>{@code
 *     NetworkingConfig.EndpointsConfig.NAME}; live ones always have {@code Aliases}, so that every endpoint can be seen
 * <tr><td>{@code IPAM.Config[10.7.0.0/16].Subnet}, {@code .Gateway}, {@code .IPRange}<td>text<td>an object in {@code
 *     IPAM.Config} of a network
 * </table>
 *
 * <p>All else is the body's own: objects outside lists are paths, lists are {@link Value.Items}, objects inside lists
 * {@link Value.Fields}. The keys of maps ({@code Labels}, {@code Sysctls}, {@code Options} …) are one segment each.
 *
 * @param fields the fields, ordered by path
 */
public record Specification(SortedMap<FieldPath, Value> fields) {

    /** Asks for nothing. */
    public static final Specification EMPTY = new Specification(new TreeMap<>());

    public Specification {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** The value at {@code path}. */
    public Optional<Value> get(FieldPath path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** The text at {@code segments}; empty when the field is absent or not a text. */
    public Optional<String> text(String... segments) {
        return get(FieldPath.of(segments))
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text());
    }

    /** The fields at and below {@code outer}. */
    public Specification below(FieldPath outer) {
        TreeMap<FieldPath, Value> part = new TreeMap<>();
        for (Map.Entry<FieldPath, Value> field : fields.tailMap(outer).entrySet()) {
            if (!field.getKey().startsWith(outer)) {
                break;
            }
            part.put(field.getKey(), field.getValue());
        }
        return new Specification(part);
    }

    /** A copy in which {@code change} has replaced each value. */
    public Specification map(Function<Value, Value> change) {
        TreeMap<FieldPath, Value> changed = new TreeMap<>();
        fields.forEach((path, value) -> changed.put(path, change.apply(value)));
        return new Specification(changed);
    }

    /**
     * The same request in the one form that can be compared: objects become paths, and lists whose entries have a key
     * are addressed by it. Nothing is lost, and a specification in this form stays as it is.
     *
     * @throws IllegalArgumentException when an entry of a list has not the form that Docker's API gives it
     */
    public Specification canonical() {
        return CanonicalForm.of(this);
    }

    /** Without the fields whose value is what the engine does anyway, such as a limit of 0. Expects the canonical form. */
    public Specification withoutDefaults() {
        TreeMap<FieldPath, Value> set = new TreeMap<>(fields);
        set.entrySet().removeIf(field -> Defaults.isDefault(field.getKey(), field.getValue()));
        return new Specification(set);
    }

    /**
     * Whether what is so set up has {@code value} at {@code path}, where an absent field has the value that the engine
     * gives it anyway. Expects the canonical form, here and in what is asked for.
     */
    public boolean has(FieldPath path, Value value) {
        Value own = fields.get(path);
        return own == null ? Defaults.isDefault(path, value) : own.equals(value);
    }

    /** A builder that starts with these fields. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.fields.putAll(fields);
        return builder;
    }

    /** A builder that starts empty. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects fields. A later value for the same path replaces the earlier one. Not thread-safe. */
    public static final class Builder {

        private final TreeMap<FieldPath, Value> fields = new TreeMap<>();

        private Builder() {}

        /** Sets a field. */
        public Builder put(FieldPath path, Value value) {
            fields.put(path, value);
            return this;
        }

        /** Sets a field to a text. */
        public Builder put(String path, String text) {
            return put(FieldPath.parse(path), Value.text(text));
        }

        /** Sets a field to a number. */
        public Builder put(String path, long number) {
            return put(FieldPath.parse(path), Value.whole(number));
        }

        /** Sets a field to true or false. */
        public Builder put(String path, boolean flag) {
            return put(FieldPath.parse(path), Value.flag(flag));
        }

        /** Leaves a field, and all inside it, to the engine. */
        public Builder remove(FieldPath path) {
            fields.keySet().removeIf(each -> each.startsWith(path));
            return this;
        }

        /** The fields collected so far. */
        public Specification build() {
            return new Specification(fields);
        }
    }
}
