package dev.lockproof.checker;

import com.sun.source.tree.Tree;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;

/** Shows code in messages. */
final class Names {

    private static final int LONGEST = 48;

    private Names() {}

    /** Quotes an expression, on one line and not too long. */
    static String quoted(Tree tree) {
        return "'" + plain(tree) + "'";
    }

    static String plain(Tree tree) {
        String text = tree.toString().replaceAll("\\s+", " ").trim();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    static String call(ExecutableElement method) {
        return method.getKind() == ElementKind.CONSTRUCTOR
                ? "new " + EntityTypes.owner(method).getSimpleName() + "()"
                : method.getSimpleName() + "()";
    }

    static String qualifiedCall(ExecutableElement method) {
        return EntityTypes.owner(method).getSimpleName() + "." + call(method);
    }

    static String firstParameterType(ExecutableElement method) {
        return simple(method.getParameters().get(0).asType());
    }

    /** Names a type without its package and its type arguments. */
    static String simple(TypeMirror type) {
        if (type instanceof IntersectionType several) {
            return several.getBounds().stream().map(Names::simple).collect(Collectors.joining(" & "));
        }
        return type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : type.toString();
    }

    /** Names a variable after a class: {@code account} for {@code Account}. */
    static String variable(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }
}
