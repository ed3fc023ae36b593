package dev.lockproof.rules;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of our stub file.
 *
 * @param fact {@code inline}, {@code acquires} or {@code entry}
 * @param type the class
 * @param method its method; empty for an annotation
 */
record StubLine(String fact, String type, String method) {

    private static final Path FILE = Path.of("src/main/resources", Stubs.RESOURCE);

    static List<StubLine> all(String fact) throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith(fact + " "))
                .map(line -> line.split("\\s+|#"))
                .map(words -> new StubLine(words[0], words[1], words.length > 2 ? words[2] : ""))
                .toList();
    }

    /** Loads the class; null if it came with a later JDK than this one. */
    @Nullable
    Class<?> load() {
        String name = type;
        while (true) {
            try {
                return Class.forName(name, false, StubLine.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                int dot = name.lastIndexOf('.');
                if (dot < 0) {
                    return null;
                }
                name = name.substring(0, dot) + "$" + name.substring(dot + 1);
            }
        }
    }

    /** Gives the overloads that users may override or call. */
    List<Method> overloads(Class<?> owner) {
        Map<String, Method> overloads = new LinkedHashMap<>();
        Arrays.stream(owner.getDeclaredMethods())
                .filter(m -> m.getName().equals(method) && !m.isSynthetic())
                .filter(m -> Modifier.isPublic(m.getModifiers()) || Modifier.isProtected(m.getModifiers()))
                .forEach(m -> overloads.put(m.toString(), m));
        return List.copyOf(overloads.values());
    }

    /** Tells whether values of a type are functions. */
    static boolean isFunction(Class<?> type) {
        return type.isInterface() && functional(type) != null;
    }

    /** Gives the only abstract method of an interface; null if there are more, or none. */
    static @Nullable Method functional(Class<?> type) {
        List<Method> methods = Arrays.stream(type.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()) && !isOfObject(m))
                .toList();
        boolean one = methods.stream().map(Method::getName).distinct().count() == 1;
        return one ? methods.get(0) : null;
    }

    private static boolean isOfObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(m -> m.getName().equals(method.getName())
                        && Arrays.equals(m.getParameterTypes(), method.getParameterTypes()));
    }

    @Override
    public String toString() {
        return type + (method.isEmpty() ? "" : "#" + method);
    }
}
