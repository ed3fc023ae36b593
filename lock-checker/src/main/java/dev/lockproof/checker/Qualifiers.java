package dev.lockproof.checker;

import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.LockedBottom;
import dev.lockproof.annotations.MaybeUnlocked;
import dev.lockproof.annotations.PolyLocked;
import dev.lockproof.annotations.Writable;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.util.Elements;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.javacutil.AnnotationBuilder;

/** The qualifiers of the hierarchy, as the compiler mirrors them. */
final class Qualifiers {

    static final Set<Class<? extends Annotation>> ALL = Set.of(
            MaybeUnlocked.class, Writable.class, Fresh.class, Locked.class, LockedBottom.class, PolyLocked.class);

    final AnnotationMirror maybeUnlocked;
    final AnnotationMirror writable;
    final AnnotationMirror fresh;
    final AnnotationMirror locked;
    final AnnotationMirror bottom;
    final AnnotationMirror poly;
    private final List<AnnotationMirror> all;

    Qualifiers(Elements elements) {
        maybeUnlocked = AnnotationBuilder.fromClass(elements, MaybeUnlocked.class);
        writable = AnnotationBuilder.fromClass(elements, Writable.class);
        fresh = AnnotationBuilder.fromClass(elements, Fresh.class);
        locked = AnnotationBuilder.fromClass(elements, Locked.class);
        bottom = AnnotationBuilder.fromClass(elements, LockedBottom.class);
        poly = AnnotationBuilder.fromClass(elements, PolyLocked.class);
        all = List.of(maybeUnlocked, writable, fresh, locked, bottom, poly);
    }

    List<AnnotationMirror> all() {
        return all;
    }

    /** Names a qualifier, without the {@code @}. */
    static String nameOf(AnnotationMirror qualifier) {
        return qualifier.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** Tells whether a value may be locked, so that it must not outlive the lock. */
    boolean mayBeLocked(AnnotatedTypeMirror type) {
        return type.hasAnnotation(locked) || type.hasAnnotation(writable) || type.hasAnnotation(poly);
    }
}
