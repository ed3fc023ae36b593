package dev.lockproof.rules;

import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Class objects of proofs in the hands of generic code: {@code Class<T>}, {@code Class<? extends T[]>}, or a list of such.
 * It can cast any object to them, and then T stands for proofs.
 */
final class Tokens {

    private final Code code;
    private final Containers containers;

    Tokens(Code code, Containers containers) {
        this.code = code;
        this.containers = containers;
    }

    /** Finds an argument that names a proof to a parameter that takes the class of a type variable. */
    @Nullable
    TreePath argument(Call call) {
        for (int i = 0; i < call.arguments().size(); i++) {
            TreePath argument = call.argument(i);
            VariableElement parameter = call.executable().getParameters().get(call.parameterAt(i));
            TypeMirror type = code.type(argument);
            if (type != null && namesProof(type) && isGeneric(parameter.asType())) {
                return argument;
            }
        }
        return null;
    }

    /** Tells the same of what a method reference will be called with. */
    boolean areTakenBy(ExecutableElement method, TreePath reference) {
        return method.getParameters().stream().anyMatch(parameter -> isGeneric(parameter.asType()))
                && code.parametersOf(reference).stream().anyMatch(this::namesProof);
    }

    private boolean namesProof(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream()
                        .map(Tokens::named)
                        .anyMatch(named -> Containers.isToken(declared)
                                ? code.isProof(named) || containers.keeps(named)
                                : namesProof(named));
    }

    private boolean isGeneric(TypeMirror parameter) {
        TypeMirror type = named(parameter);
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream()
                        .map(Tokens::named)
                        .anyMatch(named -> Containers.isToken(declared)
                                ? named instanceof TypeVariable && !code.isProof(named)
                                : isGeneric(named));
    }

    /** Gives what a type argument is about: the bound of a wildcard, the elements of an array. */
    private static TypeMirror named(TypeMirror argument) {
        TypeMirror type = argument;
        if (type instanceof WildcardType wildcard) {
            TypeMirror bound =
                    wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
            type = bound == null ? type : bound;
        }
        while (type instanceof ArrayType array) {
            type = array.getComponentType();
        }
        return type;
    }
}
