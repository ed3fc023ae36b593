package dev.lockproof.processor;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a property can be null: as its annotations say, else as JSpecify's {@code @NullMarked} says, else it
 * can. Annotations of other makers count by their simple name.
 */
final class Nullness {

    private static final Set<String> NULLABLE = Set.of("Nullable", "CheckForNull", "NullableDecl");
    private static final Set<String> NON_NULL = Set.of("NonNull", "Nonnull", "NotNull", "NonNullDecl");

    private final Elements elements;

    Nullness(Elements elements) {
        this.elements = elements;
    }

    /** Decides for a property that is made up of a field, an accessor, or a record component and its accessor. */
    boolean isNullable(Collection<? extends Element> parts) {
        if (isMarkedNullable(parts)) {
            return true;
        }
        if (parts.stream().anyMatch(part -> isMarked(part, NON_NULL))) {
            return false;
        }
        return parts.stream().noneMatch(this::isInNullMarkedScope);
    }

    /** Whether an annotation says so. */
    boolean isMarkedNullable(Collection<? extends Element> parts) {
        return parts.stream().anyMatch(part -> isMarked(part, NULLABLE));
    }

    private static boolean isMarked(Element element, Set<String> names) {
        return Stream.of(element, typeOf(element))
                .map(AnnotatedConstruct::getAnnotationMirrors)
                .flatMap(Collection::stream)
                .anyMatch(a -> names.contains(
                        a.getAnnotationType().asElement().getSimpleName().toString()));
    }

    private static TypeMirror typeOf(Element element) {
        return element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
    }

    private boolean isInNullMarkedScope(Element element) {
        for (@Nullable Element scope = element; scope != null; scope = enclosing(scope)) {
            if (Annotated.has(Library.NULL_MARKED, scope)) {
                return true;
            }
            if (Annotated.has(Library.NULL_UNMARKED, scope)) {
                return false;
            }
        }
        return false;
    }

    /** As {@link Element#getEnclosingElement()}, which a compiler need not answer with a package's module. */
    private @Nullable Element enclosing(Element scope) {
        return scope.getKind() == ElementKind.PACKAGE
                ? elements.getModuleOf((PackageElement) scope)
                : scope.getEnclosingElement();
    }
}
