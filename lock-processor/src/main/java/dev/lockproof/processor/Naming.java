package dev.lockproof.processor;

import com.palantir.javapoet.TypeName;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Turns names of one style into another. */
final class Naming {

    /** Between a lower-case letter or digit and a capital, and before the last capital of an acronym. */
    private static final Pattern WORD_START =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:\\p{Ll}[\\p{Ll}\\d_]*\\.)+(?=\\p{Lu})");

    private Naming() {}

    /** {@code orderLine}, {@code OrderLine} and {@code ORDERLine} become {@code order_line}. */
    static String snakeCase(String name) {
        return WORD_START.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    static String constant(String name) {
        return snakeCase(name).toUpperCase(Locale.ROOT);
    }

    static String capitalize(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A variable for an instance of a class, other than the names that are taken. */
    static String variable(String className, Collection<String> taken) {
        String name = className.substring(0, 1).toLowerCase(Locale.ROOT) + className.substring(1);
        if (SourceVersion.isKeyword(name)) {
            name = "entity";
        }
        while (taken.contains(name)) {
            name = "the" + capitalize(name);
        }
        return name;
    }

    /** A type for people: without packages. */
    static String simple(TypeName type) {
        return unqualified(type.toString());
    }

    /** Code without the packages of the types in it. */
    static String unqualified(String code) {
        return QUALIFIER.matcher(code).replaceAll("");
    }
}
