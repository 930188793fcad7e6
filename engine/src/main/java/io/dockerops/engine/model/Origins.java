package io.dockerops.engine.model;

import io.dockerops.engine.problem.SourceRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the elements of a project were declared and where they mention something.
 *
 * @param declarations the place of each element
 * @param mentions the place of each word that names something
 */
public record Origins(Map<ElementId, SourceRef> declarations, Map<Mention, SourceRef> mentions) {

    /** Knows no place. */
    public static final Origins NONE = new Origins(Map.of(), Map.of());

    /**
     * A word of an element's block with what it names. Words are in the singular: {@code links} counts as {@code link},
     * and {@code bind} as {@code mount}.
     *
     * @param owner the element in whose declaration it stands
     * @param word the word of the language, such as {@code link}
     * @param value the key of what the word names, empty for words that can stand only once: for {@code link} and
     *     {@code group} the {@link Selector}, for {@code mount}, {@code share}, {@code attach} and {@code use} the
     *     {@link Mount#key()}, for {@code publish} and {@code expose} the container's {@link Port}, for {@code network} and
     *     {@code on} the name, for {@code env}, {@code requires} and {@code label} the name, for {@code option} the {@link FieldPath}, for
     *     {@code exec} the command with spaces between its words, for {@code subnet} the range, for {@code host} in a volume
     *     the instance
     */
    public record Mention(ElementId owner, String word, String value) {}

    public Origins {
        declarations = Collections.unmodifiableMap(new LinkedHashMap<>(declarations));
        mentions = Collections.unmodifiableMap(new LinkedHashMap<>(mentions));
    }

    /** Where {@code id} was declared; for an instance without a place of its own, where its service was. */
    public Optional<SourceRef> of(ElementId id) {
        SourceRef place = declarations.get(id);
        if (place == null && id instanceof InstanceId instance) {
            place = declarations.get(instance.service());
        }
        return Optional.ofNullable(place);
    }

    /**
     * Where {@code owner} mentions {@code value} with {@code word}; an instance's mention may stand in its service's
     * block. Where no such place is known, where the owner was declared.
     */
    public Optional<SourceRef> of(ElementId owner, String word, String value) {
        SourceRef place = mentions.get(new Mention(owner, word, value));
        if (place == null && owner instanceof InstanceId instance) {
            place = mentions.get(new Mention(instance.service(), word, value));
        }
        return place == null ? of(owner) : Optional.of(place);
    }
}
