package dev.lockproof.processor;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Decides how the values of a type are stored. */
final class StorageReader {

    private final ConverterReader converters;
    private final Nullness nullness;

    StorageReader(ConverterReader converters, Nullness nullness) {
        this.converters = converters;
        this.nullness = nullness;
    }

    /**
     * Decides for a property.
     *
     * @param type the property's type, without {@code Optional}
     * @param convert the {@code @Convert} on it, if there is one
     * @param id whether it identifies the entity, and so may be a record
     */
    Storage read(TypeMirror type, Optional<AnnotationMirror> convert, boolean id) {
        if (isHidden(type)) {
            return new Storage.Unsupported(
                    "is of a private type, which the generated code can't name: make the type visible to the package",
                    Storage.Reason.HIDDEN);
        }
        if (convert.isPresent()) {
            return converters.read(type, convert.get());
        }
        Storage plain = plain(type);
        return id && plain instanceof Storage.Unsupported ? composite(type).orElse(plain) : plain;
    }

    /** The storage of a type that needs no converter. */
    static Storage plain(TypeMirror type) {
        Optional<SimpleType> simple = SimpleType.of(TypeName.get(type));
        if (simple.isPresent()) {
            return new Storage.Simple(simple.get());
        }
        if (type.getKind() == TypeKind.DECLARED) {
            TypeElement element = MoreTypes.asTypeElement(type);
            if (element.getKind() == ElementKind.ENUM) {
                return new Storage.Enumeration(ClassName.get(element));
            }
        }
        return new Storage.Unsupported("can't be stored", Storage.Reason.TYPE);
    }

    private Optional<Storage> composite(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        TypeElement element = MoreTypes.asTypeElement(type);
        if (element.getKind() != ElementKind.RECORD
                || isHidden(element)
                || !element.getTypeParameters().isEmpty()
                || element.getRecordComponents().isEmpty()) {
            return Optional.empty();
        }
        List<Storage.Part> parts = element.getRecordComponents().stream()
                .map(component -> {
                    String name = component.getSimpleName().toString();
                    var annotated = List.of(component, component.getAccessor());
                    String column = Annotated.with(Library.COLUMN, annotated)
                            .map(a -> Annotated.text(a, "value"))
                            .orElse(Naming.snakeCase(name));
                    Storage storage = Annotated.with(Library.CONVERT, annotated)
                            .map(a -> converters.read(component.asType(), a))
                            .orElseGet(() -> plain(component.asType()));
                    boolean nullable = nullness.isMarkedNullable(annotated);
                    return new Storage.Part(name, TypeName.get(component.asType()), column, storage, nullable);
                })
                .toList();
        return Optional.of(new Storage.Composite(ClassName.get(element), parts));
    }

    private static boolean isHidden(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> isHidden(MoreTypes.asArray(type).getComponentType());
            case DECLARED ->
                isHidden(MoreTypes.asTypeElement(type))
                        || MoreTypes.asDeclared(type).getTypeArguments().stream()
                                .anyMatch(StorageReader::isHidden);
            default -> false;
        };
    }

    static boolean isHidden(TypeElement type) {
        return type.getModifiers().contains(Modifier.PRIVATE)
                || (type.getEnclosingElement() instanceof TypeElement outer && isHidden(outer));
    }
}
