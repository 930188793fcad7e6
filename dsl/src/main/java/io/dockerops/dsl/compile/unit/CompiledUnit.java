package io.dockerops.dsl.compile.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of one script, or of all files in {@code lib} that hold classes.
 *
 * @param classes bytecode by binary class name
 * @param blocks the names of those classes that are blocks of words; see {@link
 *     io.dockerops.dsl.compile.unit.UnitLoader}
 * @param calls every call of a word, in the order of the file
 * @param includes every {@code include} of a plain text, in the order of the file
 */
public record CompiledUnit(
        Map<String, byte[]> classes, List<String> blocks, List<CallSite> calls, List<IncludeSite> includes) {

    public CompiledUnit {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        blocks = List.copyOf(blocks);
        calls = List.copyOf(calls);
        includes = List.copyOf(includes);
    }

    /** No classes at all. */
    public static CompiledUnit empty() {
        return new CompiledUnit(Map.of(), List.of(), new ArrayList<>(), List.of());
    }
}
