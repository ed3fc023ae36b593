package dev.lockproof.processor;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads {@code @Convert}: what the converter makes of a property, and whether generated code can create it. */
final class ConverterReader {

    private static final Set<String> MUTABLE = Set.of(
            "java.lang.StringBuilder",
            "java.lang.StringBuffer",
            "java.util.BitSet",
            "java.util.Calendar",
            "java.util.Collection",
            "java.util.Date",
            "java.util.Map");

    private final Types types;
    private final Elements elements;
    private final PackageElement home;

    ConverterReader(Types types, Elements elements, PackageElement home) {
        this.types = types;
        this.elements = elements;
        this.home = home;
    }

    Storage read(TypeMirror property, AnnotationMirror convert) {
        Optional<TypeMirror> converter =
                Annotated.type(convert, "value").filter(type -> type.getKind() == TypeKind.DECLARED);
        return converter.isPresent()
                ? read(property, converter.get())
                : unsupported("has a converter that does not exist");
    }

    private Storage read(TypeMirror property, TypeMirror converter) {
        TypeElement element = MoreTypes.asTypeElement(converter);
        String name = element.getSimpleName().toString();
        Optional<DeclaredType> contract = contractOf(converter);
        if (contract.isEmpty() || contract.get().getTypeArguments().size() != 2) {
            return unsupported(
                    "has the converter " + name + ", which does not say what AttributeConverter<X, Y> it is");
        }
        if (!isCreatable(element)) {
            return unsupported("has the converter " + name
                    + ", which must be a class that is not abstract, with a constructor without parameters that the"
                    + " package of the entity can call");
        }
        List<? extends TypeMirror> arguments = contract.get().getTypeArguments();
        if (!TypeName.get(arguments.get(0)).equals(TypeName.get(property).box())) {
            return unsupported("has the converter " + name + ", which converts a " + simple(arguments.get(0)));
        }
        Storage stored = StorageReader.plain(arguments.get(1));
        if (stored instanceof Storage.Unsupported) {
            return unsupported("has the converter " + name + ", whose result, a " + simple(arguments.get(1))
                    + ", can't be stored either");
        }
        return new Storage.Converted(ClassName.get(element), stored, isMutable(property));
    }

    private static Storage unsupported(String why) {
        return new Storage.Unsupported(why, Storage.Reason.CONVERTER);
    }

    private Optional<DeclaredType> contractOf(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        if (MoreTypes.asTypeElement(type)
                .getQualifiedName()
                .contentEquals(Library.ATTRIBUTE_CONVERTER.canonicalName())) {
            return Optional.of(MoreTypes.asDeclared(type));
        }
        return types.directSupertypes(type).stream()
                .flatMap(supertype -> contractOf(supertype).stream())
                .findFirst();
    }

    private boolean isCreatable(TypeElement converter) {
        return converter.getKind().isClass()
                && !converter.getModifiers().contains(Modifier.ABSTRACT)
                && !DeclarationReader.isInner(converter)
                && converter.getTypeParameters().isEmpty()
                && !StorageReader.isHidden(converter)
                && isAccessible(converter)
                && ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
                        .anyMatch(c -> c.getParameters().isEmpty()
                                && c.getThrownTypes().isEmpty()
                                && isAccessible(c));
    }

    private boolean isAccessible(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || (!element.getModifiers().contains(Modifier.PRIVATE)
                        && MoreElements.getPackage(element).equals(home));
    }

    /** Whether a type is known to change in place: then two ids that were equal could cease to be. */
    private boolean isMutable(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return true;
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        Predicate<TypeMirror> isSupertype = known -> types.isAssignable(types.erasure(type), types.erasure(known));
        boolean known =
                MUTABLE.stream().map(elements::getTypeElement).anyMatch(t -> t != null && isSupertype.test(t.asType()));
        return known
                || MoreElements.getLocalAndInheritedMethods(MoreTypes.asTypeElement(type), types, elements).stream()
                        .anyMatch(ConverterReader::isSetter);
    }

    private static boolean isSetter(ExecutableElement method) {
        return method.getParameters().size() == 1
                && method.getReturnType().getKind() == TypeKind.VOID
                && method.getSimpleName().toString().matches("set\\p{Lu}.*")
                && !method.getModifiers().contains(Modifier.PRIVATE);
    }

    private static String simple(TypeMirror type) {
        return Naming.simple(TypeName.get(type));
    }
}
