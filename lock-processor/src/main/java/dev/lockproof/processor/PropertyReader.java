package dev.lockproof.processor;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the properties of an entity: record components; or fields that are neither static nor transient, and accessors
 * without a field that are named after a parameter of the largest constructor or marked {@code @Id}.
 */
final class PropertyReader {

    private final Members members;
    private final AccessReader access;
    private final StorageReader storage;
    private final Nullness nullness;

    PropertyReader(Members members, AccessReader access, StorageReader storage, Nullness nullness) {
        this.members = members;
        this.access = access;
        this.storage = storage;
        this.nullness = nullness;
    }

    List<Property> read(TypeElement entity, List<String> constructorParameters) {
        return entity.getKind() == ElementKind.RECORD ? ofRecord(entity) : ofClass(entity, constructorParameters);
    }

    private List<Property> ofRecord(TypeElement entity) {
        List<Property> properties = new ArrayList<>();
        for (RecordComponentElement component : entity.getRecordComponents()) {
            properties.add(ofComponent(component, fieldOf(component, entity)));
        }
        return properties;
    }

    /** The field of a component: unlike the component, javac knows where it is in the source. */
    private static Element fieldOf(RecordComponentElement component, TypeElement entity) {
        return ElementFilter.fieldsIn(entity.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .map(field -> (Element) field)
                .findFirst()
                .orElse(component);
    }

    private Property ofComponent(RecordComponentElement component, Element field) {
        String name = component.getSimpleName().toString();
        ExecutableElement accessor = component.getAccessor();
        TypeMirror type = members.returnTypeOf(accessor);
        return property(name, field, type, access.method(accessor), List.of(component, accessor, field));
    }

    private List<Property> ofClass(TypeElement entity, List<String> constructorParameters) {
        List<Property> properties = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (VariableElement field : Members.storedFields(entity)) {
            properties.add(ofField(field));
            names.add(field.getSimpleName().toString());
        }
        Stream.concat(constructorParameters.stream(), access.idAccessors().stream())
                .distinct()
                .filter(name -> !names.contains(name))
                .forEach(name -> access.accessor(name).ifPresent(method -> properties.add(ofAccessor(name, method))));
        return properties;
    }

    private Property ofField(VariableElement field) {
        String name = field.getSimpleName().toString();
        TypeMirror type = members.typeOf(field);
        Optional<ExecutableElement> accessor = access.accessor(name, type);
        if (accessor.isPresent()) {
            ExecutableElement method = accessor.get();
            return property(name, field, members.returnTypeOf(method), access.method(method), List.of(field, method));
        }
        return property(name, field, type, access.field(field), List.of(field));
    }

    private Property ofAccessor(String name, ExecutableElement method) {
        return property(name, method, members.returnTypeOf(method), access.method(method), List.of(method));
    }

    private Property property(
            String name, Element where, TypeMirror declared, Property.Access how, List<? extends Element> parts) {
        boolean optional = AccessReader.isOptional(declared);
        TypeMirror type =
                optional ? MoreTypes.asDeclared(declared).getTypeArguments().get(0) : declared;
        boolean id = Annotated.with(Library.ID, parts).isPresent();
        Optional<AnnotationMirror> convert = Annotated.with(Library.CONVERT, parts);
        return new Property(
                name,
                members.site(where),
                TypeName.get(type),
                storage.read(type, convert, id),
                optional || (!type.getKind().isPrimitive() && !id && nullness.isNullable(parts)),
                id,
                how,
                Annotated.with(Library.COLUMN, parts)
                        .map(a -> Annotated.text(a, "value"))
                        .orElse(Naming.snakeCase(name)),
                ForeignAnnotations.on(parts, members),
                id ? access.setter(name, where) : Optional.empty());
    }
}
