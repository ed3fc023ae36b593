package dev.lockproof.processor;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds how a property is read: {@code getX()}, {@code isX()}, {@code x()}, or a field that is not private. */
final class AccessReader {

    private final Members members;
    private final Exceptions exceptions;

    AccessReader(Members members, Exceptions exceptions) {
        this.members = members;
        this.exceptions = exceptions;
    }

    /** The accessor of a property that has no field. */
    Optional<ExecutableElement> accessor(String property) {
        return accessors(property).findFirst();
    }

    /** The accessor of a field: gives the field's type, or an {@code Optional} of it. */
    Optional<ExecutableElement> accessor(String property, TypeMirror type) {
        TypeName wanted = valueType(type);
        return accessors(property)
                .filter(m -> valueType(members.returnTypeOf(m)).equals(wanted))
                .findFirst();
    }

    private Stream<ExecutableElement> accessors(String property) {
        String name = Naming.capitalize(property);
        return Stream.of("get" + name, "is" + name, property)
                .flatMap(candidate -> members.methods().stream()
                        .filter(m -> m.getSimpleName().contentEquals(candidate))
                        .filter(m -> isAccessor(m, candidate.equals("is" + name))));
    }

    private static boolean isAccessor(ExecutableElement method, boolean booleanOnly) {
        TypeKind returned = method.getReturnType().getKind();
        return method.getParameters().isEmpty()
                && method.getTypeParameters().isEmpty()
                && returned != TypeKind.VOID
                && (!booleanOnly || TypeName.get(method.getReturnType()).box().equals(TypeName.BOOLEAN.box()));
    }

    /** The properties whose accessors are marked {@code @Id}. */
    List<String> idAccessors() {
        return members.methods().stream()
                .filter(m -> Annotated.has(Library.ID, m))
                .filter(m -> isAccessor(m, false))
                .map(m -> propertyName(m.getSimpleName().toString()))
                .toList();
    }

    /** The names of the methods that are marked {@code @Id} but can't be accessors. */
    List<String> strayIds() {
        return members.methods().stream()
                .filter(m -> Annotated.has(Library.ID, m))
                .filter(m -> !isAccessor(m, false))
                .map(m -> m.getSimpleName().toString())
                .toList();
    }

    private static String propertyName(String method) {
        for (String prefix : List.of("get", "is")) {
            if (method.length() > prefix.length()
                    && method.startsWith(prefix)
                    && Character.isUpperCase(method.charAt(prefix.length()))) {
                String rest = method.substring(prefix.length());
                return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
            }
        }
        return method;
    }

    Property.Access method(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        return new Property.Access(
                Property.Access.Kind.METHOD,
                method.getSimpleName().toString(),
                isOptional(members.returnTypeOf(method)),
                modifiers.contains(Modifier.PUBLIC),
                modifiers.contains(Modifier.FINAL),
                exceptions.checked(method),
                members.site(method));
    }

    Property.Access field(VariableElement field) {
        return new Property.Access(
                members.isAccessible(field) ? Property.Access.Kind.FIELD : Property.Access.Kind.NONE,
                field.getSimpleName().toString(),
                isOptional(members.typeOf(field)),
                false,
                false,
                List.of(),
                members.site(field));
    }

    /** What would change a property from outside: a setter, or a field that is neither private nor final. */
    Optional<Property.Setter> setter(String property, Element declared) {
        if (declared.getKind() == ElementKind.FIELD
                && members.isAccessible(declared)
                && !declared.getModifiers().contains(Modifier.FINAL)) {
            return Optional.of(new Property.Setter(property, members.site(declared)));
        }
        return members.methods().stream()
                .filter(m -> m.getSimpleName().contentEquals("set" + Naming.capitalize(property)))
                .filter(m -> m.getParameters().size() == 1)
                .map(m -> new Property.Setter(m.getSimpleName() + "()", members.site(m)))
                .findFirst();
    }

    /** The type of the value itself, boxed and without {@code Optional}. */
    static TypeName valueType(TypeMirror type) {
        TypeMirror value =
                isOptional(type) ? MoreTypes.asDeclared(type).getTypeArguments().get(0) : type;
        return TypeName.get(value).box();
    }

    static boolean isOptional(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && MoreTypes.asTypeElement(type).getQualifiedName().contentEquals("java.util.Optional")
                && MoreTypes.asDeclared(type).getTypeArguments().size() == 1;
    }
}
