package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.unit.UnitLoader;
import java.util.List;

/** Has the classes of several libraries, which do not see each other. */
final class LibraryLoader extends ClassLoader {

    private final List<UnitLoader> libraries;

    LibraryLoader(ClassLoader parent, List<UnitLoader> libraries) {
        super("libraries", parent);
        this.libraries = List.copyOf(libraries);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (UnitLoader library : libraries) {
            if (library.unit().classes().containsKey(name)) {
                return library.loadClass(name);
            }
        }
        throw new ClassNotFoundException(name);
    }
}
