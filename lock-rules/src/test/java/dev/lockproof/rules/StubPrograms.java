package dev.lockproof.rules;

import dev.lockproof.rules.testing.Source;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes programs that do with a method what its line in the stub file allows, and what it forbids. All programs of one
 * instance can be compiled together: each has a class of its own, named after the method.
 */
final class StubPrograms {

    private static final String HEAD = """
            import bank.*;
            import dev.lockproof.annotations.*;
            @SuppressWarnings({"rawtypes", "unchecked", "removal", "deprecation", "static"})
            abstract class\s""";

    private int programs;

    /** Calls a method with a lambda that uses a proof, and with one that takes a lock. */
    Source inline(Method method, int function) {
        Class<?> type = method.getParameterTypes()[function];
        Class<?> functional = type.isArray() ? type.getComponentType() : type;
        String receiver = Modifier.isStatic(method.getModifiers()) ? name(method.getDeclaringClass()) : "target";
        String declared = declared(method);
        return program(nextName(method.getDeclaringClass(), method.getName()), """
                 {
                    AccountRepository accounts;
                    void uses(LockedAccount account, %1$s target%2$s) throws Throwable {
                        %3$s.%4$s(%5$s);
                    }
                    @AcquiresLock
                    void takes(%1$s target%2$s) throws Throwable {
                        %3$s.%4$s(%6$s);
                    }
                }
                """.formatted(
                        name(method.getDeclaringClass()),
                        declared.isEmpty() ? "" : ", " + declared,
                        receiver,
                        method.getName(),
                        arguments(method, function, lambda(functional, "account.deposit(1);")),
                        arguments(method, function, lambda(functional, "accounts.withLock(\"x\", a -> 1);"))));
    }

    /** Calls a method while a lock is held. */
    Source waits(Method method) {
        String declared = declared(method);
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return program(nextName(method.getDeclaringClass(), method.getName()), """
                 {
                    void under(LockedAccount account, %1$s target%2$s) throws Throwable {
                        %3$s.%4$s(%5$s); // error: [lint.wait]
                    }
                    void free(%1$s target%2$s) throws Throwable {
                        %3$s.%4$s(%5$s);
                    }
                }
                """.formatted(
                        name(method.getDeclaringClass()),
                        declared.isEmpty() ? "" : ", " + declared,
                        isStatic ? name(method.getDeclaringClass()) : "target",
                        method.getName(),
                        names(method)));
    }

    /** Overrides a method, and takes a lock in it; and calls it while one is held. */
    Source entryPoint(Method method) {
        Class<?> owner = method.getDeclaringClass();
        boolean callable = Modifier.isPublic(method.getModifiers());
        String modifier = callable ? "public" : "protected";
        String parameters = declared(method);
        String names = names(method);
        String program = nextName(owner, method.getName());
        return program(program, """
                 %1$s %2$s {
                    AccountRepository accounts;
                    %3$s
                    @Override
                    %4$s %5$s %6$s(%7$s) %8$s {
                        accounts.withLock("x", a -> 1);%9$s
                    }
                    void under(LockedAccount account%10$s%11$s) throws Throwable {
                        %12$s%6$s(%13$s); // error: [nested.acquire.call]
                        this.%6$s(%13$s); // error: [nested.acquire.call]
                    }
                }
                """.formatted(
                        owner.isInterface() ? "implements" : "extends",
                        name(owner),
                        constructor(owner, program),
                        modifier,
                        name(method.getReturnType()),
                        method.getName(),
                        parameters,
                        exceptions(method),
                        result(method.getReturnType()),
                        callable ? ", " + name(owner) + " target" : "",
                        parameters.isEmpty() ? "" : ", " + parameters,
                        callable ? "target." : "",
                        names));
    }

    /** Takes a lock in a method with an annotation; and calls it while one is held. */
    Source entryPoint(Class<?> annotation) {
        String values = Arrays.stream(annotation.getDeclaredMethods())
                .filter(m -> m.getDefaultValue() == null && !Modifier.isStatic(m.getModifiers()))
                .map(m -> m.getName() + " = " + (m.getReturnType() == int.class ? "1" : "\"\""))
                .collect(Collectors.joining(", ", "(", ")"));
        return program(nextName(annotation, "entry"), """
                 {
                    AccountRepository accounts;
                    @%1$s%2$s
                    public void entry() {
                        accounts.withLock("x", a -> 1);
                    }
                    void under(LockedAccount account) {
                        entry(); // error: [nested.acquire.call]
                    }
                }
                """.formatted(name(annotation), values));
    }

    private String nextName(Class<?> owner, String method) {
        programs++;
        return owner.getSimpleName() + "_" + method + programs;
    }

    private static Source program(String name, String rest) {
        return Source.of(name + ".java", HEAD + name + rest);
    }

    private static String lambda(Class<?> functional, String statement) {
        Method method = StubLine.functional(functional);
        String parameters = IntStream.range(0, method == null ? 0 : method.getParameterCount())
                .mapToObj(i -> "p" + i)
                .collect(Collectors.joining(", ", "(", ")"));
        String result = method == null ? "" : result(method.getReturnType());
        return "(" + name(functional) + ") " + parameters + " -> { " + statement + result + " }";
    }

    private static String arguments(Method method, int function, String lambda) {
        return IntStream.range(0, method.getParameterCount())
                .mapToObj(i -> i == function ? lambda : "a" + i)
                .collect(Collectors.joining(", "));
    }

    private static String names(Method method) {
        return arguments(method, -1, "");
    }

    private static String declared(Method method) {
        Parameter[] parameters = method.getParameters();
        return IntStream.range(0, parameters.length)
                .mapToObj(i -> name(parameters[i].getType()) + " a" + i)
                .collect(Collectors.joining(", "));
    }

    private static String exceptions(Method method) {
        List<String> thrown = Arrays.stream(method.getExceptionTypes())
                .map(StubPrograms::name)
                .toList();
        return thrown.isEmpty() ? "" : "throws " + String.join(", ", thrown);
    }

    /** Javac asks for a constructor if that of the superclass takes arguments. */
    private static String constructor(Class<?> owner, String program) {
        Constructor<?>[] constructors = owner.getDeclaredConstructors();
        if (constructors.length == 0 || constructors[0].getParameterCount() == 0) {
            return "";
        }
        String nulls = Arrays.stream(constructors[0].getParameterTypes())
                .map(type -> "(" + name(type) + ") null")
                .collect(Collectors.joining(", "));
        return program + "() { super(" + nulls + "); }";
    }

    private static String result(Class<?> type) {
        return type == void.class ? "" : " return " + value(type) + ";";
    }

    private static String value(Class<?> type) {
        if (!type.isPrimitive()) {
            return "null";
        }
        return type == boolean.class ? "false" : "0";
    }

    private static String name(Class<?> type) {
        return type.getCanonicalName();
    }
}
