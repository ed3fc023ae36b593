package dev.lockproof.processor;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import dev.lockproof.rules.Foreign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what an entity's declaration says beyond its properties. */
final class DeclarationReader {

    private static final List<ClassName> JPA =
            List.of(ClassName.get("jakarta.persistence", "Entity"), ClassName.get("javax.persistence", "Entity"));

    private final Members members;
    private final AccessReader access;
    private final GenericsReader generics;
    private final Types types;
    private final Elements elements;

    DeclarationReader(Members members, AccessReader access, GenericsReader generics, Types types, Elements elements) {
        this.members = members;
        this.access = access;
        this.generics = generics;
        this.types = types;
        this.elements = elements;
    }

    Declaration read(TypeElement entity, List<Constructor> constructors) {
        return new Declaration(
                new Site(entity),
                entity.getKind(),
                entity.getModifiers(),
                isInner(entity),
                StorageReader.isHidden(entity),
                generics.openParameters(entity),
                jpaEntity(entity),
                ForeignAnnotations.table(entity),
                isSerializable(entity),
                usesDeprecated(entity),
                noArgMethods(),
                constructors,
                memberTypes(entity),
                access.strayIds(),
                otherId(entity));
    }

    static boolean isInner(TypeElement type) {
        return type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
    }

    private static Optional<String> jpaEntity(TypeElement entity) {
        return JPA.stream()
                .filter(annotation -> Annotated.has(annotation, entity))
                .map(ClassName::canonicalName)
                .findFirst();
    }

    private boolean isSerializable(TypeElement entity) {
        return types.isAssignable(
                types.erasure(entity.asType()),
                elements.getTypeElement("java.io.Serializable").asType());
    }

    private boolean usesDeprecated(TypeElement entity) {
        return Stream.concat(Members.lineage(entity).stream(), members.used().stream())
                .anyMatch(elements::isDeprecated);
    }

    private Map<String, Declaration.NoArgMethod> noArgMethods() {
        Map<String, Declaration.NoArgMethod> methods = new LinkedHashMap<>();
        for (Map.Entry<String, ExecutableElement> method :
                members.noArgMethods().entrySet()) {
            TypeElement declaredIn = MoreElements.asType(method.getValue().getEnclosingElement());
            methods.put(
                    method.getKey(),
                    new Declaration.NoArgMethod(
                            members.site(method.getValue()),
                            declaredIn.getSimpleName().toString()));
        }
        return methods;
    }

    private Optional<Declaration.OtherId> otherId(TypeElement entity) {
        return Stream.concat(
                        Members.storedFields(entity).stream(),
                        members.methods().stream()
                                .filter(method -> method.getParameters().isEmpty()))
                .flatMap(member -> Foreign.like(AnnotationNames.ID, member).stream()
                        .map(annotation -> otherId(member, entity, annotation)))
                .findFirst();
    }

    private Declaration.OtherId otherId(Element member, TypeElement entity, String annotation) {
        String name = member.getSimpleName().toString();
        TypeElement owner = MoreElements.asType(member.getEnclosingElement());
        return new Declaration.OtherId(
                members.site(member),
                (member.getKind() == ElementKind.METHOD ? name + "()" : "'" + name + "'")
                        + (owner.equals(entity) ? "" : " of " + owner.getSimpleName()),
                annotation);
    }

    private static List<String> memberTypes(TypeElement entity) {
        return Members.lineage(entity).stream()
                .flatMap(type -> ElementFilter.typesIn(type.getEnclosedElements()).stream())
                .map(type -> type.getSimpleName().toString())
                .distinct()
                .toList();
    }
}
