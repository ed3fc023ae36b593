package dev.lockproof.processor;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the constructors of an entity. */
final class ConstructorReader {

    private final Members members;
    private final Exceptions exceptions;

    ConstructorReader(Members members, Exceptions exceptions) {
        this.members = members;
        this.exceptions = exceptions;
    }

    List<Constructor> read(TypeElement entity) {
        return ElementFilter.constructorsIn(entity.getEnclosedElements()).stream()
                .map(this::read)
                .toList();
    }

    private Constructor read(ExecutableElement constructor) {
        return new Constructor(
                members.site(constructor),
                members.isAccessible(constructor)
                        && constructor.getTypeParameters().isEmpty(),
                parameters(constructor),
                exceptions.checked(constructor));
    }

    private List<Constructor.Parameter> parameters(ExecutableElement constructor) {
        List<? extends TypeMirror> types = members.parameterTypesOf(constructor);
        List<Constructor.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            TypeMirror type = types.get(i);
            boolean optional = AccessReader.isOptional(type);
            TypeMirror value =
                    optional ? MoreTypes.asDeclared(type).getTypeArguments().get(0) : type;
            String name = constructor.getParameters().get(i).getSimpleName().toString();
            parameters.add(new Constructor.Parameter(name, TypeName.get(value), optional));
        }
        return parameters;
    }
}
