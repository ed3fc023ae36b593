package dev.lockproof.processor;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.AnnotationValues;
import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Looks annotations up by name, so that none of their classes needs to be loaded. */
final class Annotated {

    private Annotated() {}

    static Optional<AnnotationMirror> with(ClassName annotation, Element element) {
        return MoreElements.getAnnotationMirror(element, annotation.canonicalName())
                .toJavaUtil();
    }

    /** The first annotation of the type on any of the elements that make up a property. */
    static Optional<AnnotationMirror> with(ClassName annotation, Collection<? extends Element> elements) {
        return elements.stream()
                .flatMap(element -> with(annotation, element).stream())
                .findFirst();
    }

    static boolean has(ClassName annotation, Element element) {
        return with(annotation, element).isPresent();
    }

    static String text(AnnotationMirror annotation, String member) {
        return AnnotationValues.getString(AnnotationMirrors.getAnnotationValue(annotation, member));
    }

    /** The class that a member names, or empty if there is no such class (yet). */
    static Optional<TypeMirror> type(AnnotationMirror annotation, String member) {
        AnnotationValue value = AnnotationMirrors.getAnnotationValue(annotation, member);
        return value.accept(
                new SimpleAnnotationValueVisitor14<Optional<TypeMirror>, Void>(Optional.empty()) {
                    @Override
                    public Optional<TypeMirror> visitType(TypeMirror type, Void unused) {
                        return Optional.of(type);
                    }
                },
                null);
    }
}
