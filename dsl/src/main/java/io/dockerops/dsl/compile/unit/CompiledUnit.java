package io.dockerops.dsl.compile.unit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of one script, or of all files in {@code lib} that hold classes.
 *
 * @param classes bytecode by binary class name
 * @param files the file of each class, as it was named to the compiler
 * @param blocks the names of those classes that are blocks of words; see {@link UnitLoader}
 * @param calls every call in a script, in the order of the file; none for classes
 * @param includes the files that are included by a plain text, in the order of the file
 * @param libraries where the file names libraries; only of {@linkplain #head a head}
 */
public record CompiledUnit(
        Map<String, byte[]> classes,
        Map<String, String> files,
        List<String> blocks,
        List<CallSite> calls,
        List<IncludeSite> includes,
        List<LibrarySite> libraries) {

    public CompiledUnit {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        blocks = List.copyOf(blocks);
        calls = List.copyOf(calls);
        includes = List.copyOf(includes);
        libraries = List.copyOf(libraries);
    }

    /** What is known of a file before it is compiled. */
    public static CompiledUnit head(List<LibrarySite> libraries) {
        return new CompiledUnit(Map.of(), Map.of(), List.of(), List.of(), List.of(), libraries);
    }
}
