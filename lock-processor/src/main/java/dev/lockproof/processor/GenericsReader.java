package dev.lockproof.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Names a generic entity. A row does not say which type argument its entity had, so what is stored is a {@code Box<?>},
 * and it is brought back as a {@code Box} of its parameters' bounds.
 */
final class GenericsReader {

    private final Types types;

    GenericsReader(Types types) {
        this.types = types;
    }

    /** The entity with its bounds as type arguments: {@code Box<Object>}. */
    DeclaredType concrete(TypeElement entity) {
        TypeMirror[] bounds = entity.getTypeParameters().stream()
                .map(parameter -> types.erasure(parameter.asType()))
                .toArray(TypeMirror[]::new);
        return types.getDeclaredType(entity, bounds);
    }

    /** The entity with wildcards as type arguments: {@code Box<?>}. */
    TypeName self(TypeElement entity) {
        ClassName name = ClassName.get(entity);
        if (entity.getTypeParameters().isEmpty()) {
            return name;
        }
        TypeName[] wildcards = new TypeName[entity.getTypeParameters().size()];
        Arrays.fill(wildcards, WildcardTypeName.subtypeOf(Object.class));
        return ParameterizedTypeName.get(name, wildcards);
    }

    /** The type parameters whose bound is not one plain type, so that nothing can be put in for them. */
    List<String> openParameters(TypeElement entity) {
        return entity.getTypeParameters().stream()
                .filter(parameter -> !hasPlainBound(parameter))
                .map(parameter -> parameter.getSimpleName() + " extends "
                        + String.join(
                                " & ",
                                parameter.getBounds().stream()
                                        .map(bound -> Naming.simple(TypeName.get(bound)))
                                        .toList()))
                .toList();
    }

    private boolean hasPlainBound(TypeParameterElement parameter) {
        return parameter.getBounds().size() == 1
                && types.isSameType(
                        types.erasure(parameter.getBounds().get(0)),
                        parameter.getBounds().get(0));
    }
}
