package io.dockerops.dsl.compile.check;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/**
 * A vocabulary, ready for the checker.
 *
 * @param base what scripts extend
 * @param blocks the blocks and their words
 * @param terms how types are called
 * @param forms how words are written
 * @param units the units of numbers
 * @param added the words of libraries
 */
record Language(ClassNode base, Blocks blocks, Terms terms, Forms forms, List<String> units, AddedWords added) {

    static Language of(Vocabulary vocabulary, AddedWords added) {
        ClassNode base = ClassHelper.make(vocabulary.base());
        Terms terms = new Terms(vocabulary.terms());
        Forms forms = new Forms(terms);
        return new Language(base, new Blocks(base, forms, added), terms, forms, unitsOf(vocabulary.units()), added);
    }

    /** The types that users can name without an import: handles, blocks and quantities. */
    ImportCustomizer imports() {
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports(base.getPackageName());
        terms.types().forEach(type -> imports.addImports(type.getName()));
        return imports;
    }

    private static List<String> unitsOf(Class<?> extension) {
        return Arrays.stream(extension.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 1)
                .map(Method::getName)
                .filter(name -> name.startsWith("get") && name.length() > 3)
                .map(name -> name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4))
                .sorted()
                .toList();
    }
}
