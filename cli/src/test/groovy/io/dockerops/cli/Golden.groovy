package io.dockerops.cli

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** Texts that were looked at once and are not to change by accident. {@code -Dgolden.update=true} writes them anew. */
@CompileStatic
class Golden {

    private static final Path FOLDER = Path.of('src/test/resources/golden')

    /** Whether {@code actual} is the text of the file {@code name}. */
    static void matches(String name, String actual) {
        def file = FOLDER.resolve(name)
        if (Boolean.getBoolean('golden.update')) {
            Files.createDirectories(file.parent)
            Files.writeString(file, actual)
        }
        def expected = Files.exists(file) ? Files.readString(file) : "(there is no $file)"
        assert actual == expected
    }
}
