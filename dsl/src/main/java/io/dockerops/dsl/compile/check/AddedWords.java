package io.dockerops.dsl.compile.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/**
 * The words of libraries: public static methods whose first parameter is the type that the words of a block are spoken
 * to. They are extension methods of that type, as Groovy's own are of Java's types.
 */
final class AddedWords {

    private final List<MethodNode> words = new ArrayList<>();

    AddedWords(List<Class<?>> classes) {
        for (Class<?> type : classes) {
            for (MethodNode method : ClassHelper.make(type).getMethods()) {
                if (method.isPublic()
                        && method.isStatic()
                        && !method.isSynthetic()
                        && method.getParameters().length > 0) {
                    words.add(word(method));
                }
            }
        }
    }

    private static MethodNode word(MethodNode method) {
        Parameter[] all = method.getParameters();
        ExtensionMethodNode word = new ExtensionMethodNode(
                method,
                method.getName(),
                method.getModifiers() & ~java.lang.reflect.Modifier.STATIC,
                method.getReturnType(),
                Arrays.copyOfRange(all, 1, all.length),
                ClassNode.EMPTY_ARRAY,
                null);
        word.setDeclaringClass(all[0].getType());
        word.setGenericsTypes(method.getGenericsTypes());
        word.addAnnotations(method.getAnnotations());
        return word;
    }

    /** Those that can be spoken to {@code type}. */
    List<MethodNode> of(ClassNode type) {
        return words.stream()
                .filter(word -> {
                    ClassNode spoken = word.getDeclaringClass();
                    return spoken.isInterface() && (type.equals(spoken) || type.implementsInterface(spoken));
                })
                .toList();
    }

    /** The form of the word {@code name} of {@code type} that takes {@code arguments}; none, or several when it is unclear. */
    List<MethodNode> chosen(ClassNode type, String name, ClassNode... arguments) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<MethodNode> forms =
                of(type).stream().filter(word -> word.getName().equals(name)).toList();
        return forms.isEmpty() ? forms : StaticTypeCheckingSupport.chooseBestMethod(type, forms, arguments);
    }
}
