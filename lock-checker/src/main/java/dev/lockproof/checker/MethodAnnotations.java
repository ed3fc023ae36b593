package dev.lockproof.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.javacutil.AnnotationMirrorSet;
import org.jspecify.annotations.Nullable;

/**
 * Knows the annotations of the methods that have none from a method that they override, which are nearly all.
 *
 * <p>Some annotations of the framework, and those that users mark with {@code @InheritedAnnotation}, come down to
 * overriding methods. To find them, the framework makes the types of all supertypes of a class and goes through their
 * methods, for each method that is called. None of ours and of the JDK's does so.
 */
final class MethodAnnotations {

    private static final List<String> NOT_INHERITED = List.of("java.", "jdk.", "dev.lockproof.annotations.");

    private final Map<ExecutableElement, AnnotationMirrorSet> known = new HashMap<>();
    private final Map<TypeElement, Set<Name>> lending = new HashMap<>();

    /** Gives the annotations of a method, or null if that is for the framework to find out. */
    @Nullable
    AnnotationMirrorSet ofOneWithoutInherited(Element element) {
        if (element.getKind() != ElementKind.METHOD) {
            return null;
        }
        ExecutableElement method = (ExecutableElement) element;
        AnnotationMirrorSet annotations = known.get(method);
        if (annotations == null && !lends(method) && !inherits(method)) {
            annotations = new AnnotationMirrorSet(method.getAnnotationMirrors());
            known.put(method, annotations);
        }
        return annotations;
    }

    private boolean inherits(ExecutableElement method) {
        TypeElement owner = EntityTypes.owner(method);
        for (TypeMirror supertype : supertypes(owner)) {
            if (lending(supertype).contains(method.getSimpleName())) {
                return true;
            }
        }
        return false;
    }

    /** Gives the names of the methods, in a type or above it, that have annotations which may come down. */
    private Set<Name> lending(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return Set.of();
        }
        TypeElement element = (TypeElement) declared.asElement();
        Set<Name> names = lending.get(element);
        if (names == null) {
            names = new HashSet<>();
            for (TypeMirror supertype : supertypes(element)) {
                names.addAll(lending(supertype));
            }
            for (Element member : element.getEnclosedElements()) {
                if (member.getKind() == ElementKind.METHOD && lends(member)) {
                    names.add(member.getSimpleName());
                }
            }
            lending.put(element, names);
        }
        return names;
    }

    private static List<TypeMirror> supertypes(TypeElement type) {
        List<TypeMirror> all = new ArrayList<>(type.getInterfaces());
        all.add(type.getSuperclass());
        return all;
    }

    private static boolean lends(Element method) {
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            String name = ((TypeElement) annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .toString();
            if (NOT_INHERITED.stream().noneMatch(name::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
