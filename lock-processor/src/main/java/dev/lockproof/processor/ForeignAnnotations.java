package dev.lockproof.processor;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Finds annotations of JPA and Spring Data on an entity of ours and its properties that would change how it is stored, and
 * that we don't read. A class that once was an entity there still has them, or the import is the wrong one.
 */
final class ForeignAnnotations {

    private static final List<String> LIBRARIES =
            List.of("jakarta.persistence.", "javax.persistence.", "org.springframework.data.");

    private static final Map<String, ClassName> OURS = Map.of("Column", Library.COLUMN, "Convert", Library.CONVERT);

    private ForeignAnnotations() {}

    /**
     * Finds the one that names the table of an entity.
     *
     * @return its qualified name; nothing where ours names it
     */
    static Optional<String> table(TypeElement entity) {
        boolean isNamed = Annotated.with(Library.ENTITY, entity)
                .filter(ours -> !Annotated.text(ours, "table").isEmpty())
                .isPresent();
        return names(entity)
                .filter(name -> !isNamed && simple(name).equals("Table"))
                .findFirst();
    }

    /**
     * Finds the first one of a property that says what nobody hears.
     *
     * @param parts what makes up the property
     * @param members tells what is the entity's own: a superclass may have them for its other subclasses
     * @return its qualified name
     */
    static Optional<String> on(List<? extends Element> parts, Members members) {
        return parts.stream()
                .filter(members::isOwn)
                .flatMap(ForeignAnnotations::names)
                .filter(name -> isTransient(name)
                        || ours(name)
                                .filter(ours -> Annotated.with(ours, parts).isEmpty())
                                .isPresent())
                .findFirst();
    }

    /** Gives ours of the same name. */
    static Optional<ClassName> ours(String name) {
        return Optional.ofNullable(OURS.get(simple(name)));
    }

    private static boolean isTransient(String name) {
        return simple(name).equals("Transient");
    }

    private static Stream<String> names(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(annotation ->
                        MoreElements.asType(annotation.getAnnotationType().asElement()))
                .map(type -> type.getQualifiedName().toString())
                .filter(name -> LIBRARIES.stream().anyMatch(name::startsWith));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
