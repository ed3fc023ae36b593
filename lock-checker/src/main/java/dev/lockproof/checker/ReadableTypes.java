package dev.lockproof.checker;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeKind;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedArrayType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedIntersectionType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedTypeVariable;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedWildcardType;
import org.checkerframework.javacutil.TypesUtils;
import org.jspecify.annotations.Nullable;

/** Writes types as a user would: without packages, bounds of type variables, and qualifiers that say nothing. */
final class ReadableTypes {

    /** Captured wildcards may be bounded by each other. */
    private static final int DEEPEST = 6;

    private final EntityTypes entities;
    private final Qualifiers qualifiers;

    ReadableTypes(EntityTypes entities, Qualifiers qualifiers) {
        this.entities = entities;
        this.qualifiers = qualifiers;
    }

    String write(AnnotatedTypeMirror type) {
        return write(type, 0);
    }

    private String write(AnnotatedTypeMirror type, int depth) {
        if (depth > DEEPEST) {
            return "?";
        }
        if (type instanceof AnnotatedDeclaredType declared) {
            return around(declared.getEnclosingType(), depth)
                    + qualifier(type)
                    + Names.simple(type.getUnderlyingType())
                    + arguments(declared.getTypeArguments(), depth);
        }
        if (type instanceof AnnotatedArrayType array) {
            return write(array.getComponentType(), depth + 1) + "[]";
        }
        if (type instanceof AnnotatedIntersectionType several) {
            return several.getBounds().stream()
                    .map(bound -> write(bound, depth + 1))
                    .collect(Collectors.joining(" & "));
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return wildcard.getUnderlyingType().getSuperBound() == null
                    ? wildcard("extends", wildcard.getExtendsBound(), depth)
                    : wildcard("super", wildcard.getSuperBound(), depth);
        }
        if (type instanceof AnnotatedTypeVariable variable
                && TypesUtils.isCapturedTypeVariable(type.getUnderlyingType())) {
            return variable.getLowerBound().getKind() == TypeKind.NULL
                    ? wildcard("extends", variable.getUpperBound(), depth)
                    : wildcard("super", variable.getLowerBound(), depth);
        }
        return qualifier(type) + Names.simple(type.getUnderlyingType());
    }

    /** Only what has type arguments is worth naming before a dot. */
    private String around(@Nullable AnnotatedDeclaredType outer, int depth) {
        return outer == null || write(outer, depth + 1).indexOf('<') < 0 ? "" : write(outer, depth + 1) + ".";
    }

    private String arguments(List<AnnotatedTypeMirror> arguments, int depth) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream()
                        .map(argument -> write(argument, depth + 1))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private String wildcard(String direction, AnnotatedTypeMirror bound, int depth) {
        String text = write(bound, depth + 1);
        return text.equals("Object") ? "?" : "? " + direction + " " + text;
    }

    /** A proof is locked by its type. */
    private String qualifier(AnnotatedTypeMirror type) {
        AnnotationMirror qualifier = type.getAnnotationInHierarchy(qualifiers.maybeUnlocked);
        String name = qualifier == null ? "" : Qualifiers.nameOf(qualifier);
        return name.isEmpty() || name.equals("MaybeUnlocked") || entities.isProof(type.getUnderlyingType())
                ? ""
                : "@" + name + " ";
    }
}
