package io.dockerops.dsl.compile.unit;

import groovy.lang.Closure;
import groovy.lang.GroovySystem;
import java.util.LinkedHashSet;
import java.util.Set;
import org.codehaus.groovy.reflection.ClassInfo;

/**
 * Defines the classes of one unit. Its name is the name of its classes' loader in stack traces, by which a line is found
 * again.
 *
 * <p>Groovy makes a meta class for every closure class when the first closure of it is created, which takes about a
 * millisecond and some kilobytes for each block of a script. Nothing asks the meta class of a block: it is called by its
 * word, and statically compiled code inside it calls words directly. Therefore all blocks get the one of {@link Closure}.
 */
public final class UnitLoader extends ClassLoader {

    private final CompiledUnit unit;
    private final Set<String> blocks;

    public UnitLoader(String name, ClassLoader parent, CompiledUnit unit) {
        super(name, parent);
        this.unit = unit;
        this.blocks = new LinkedHashSet<>(unit.blocks());
    }

    public CompiledUnit unit() {
        return unit;
    }

    /** The unit's own classes first: a script and a class beside it may have one name. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!unit.classes().containsKey(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = unit.classes().get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        Class<?> defined = defineClass(name, bytes, 0, bytes.length);
        if (blocks.contains(name)) {
            ClassInfo.getClassInfo(defined)
                    .setStrongMetaClass(GroovySystem.getMetaClassRegistry().getMetaClass(Closure.class));
        }
        return defined;
    }
}
