package dev.lockproof.processor;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an entity from the compiler's elements into a model. All types that it names must exist. */
final class EntityReader {

    private final Types types;
    private final Elements elements;
    private final GenericsReader generics;

    EntityReader(ProcessingEnvironment environment) {
        this.types = environment.getTypeUtils();
        this.elements = environment.getElementUtils();
        this.generics = new GenericsReader(types);
    }

    EntityModel read(TypeElement entity) {
        DeclaredType concrete = generics.concrete(entity);
        Members members = new Members(entity, concrete, types, elements);
        Exceptions exceptions = new Exceptions(types, elements);
        Nullness nullness = new Nullness(elements);
        AccessReader access = new AccessReader(members, exceptions);
        ConverterReader converters = new ConverterReader(types, elements, MoreElements.getPackage(entity));
        List<Constructor> constructors = new ConstructorReader(members, exceptions).read(entity);
        List<Property> properties = new PropertyReader(
                        members, access, new StorageReader(converters, nullness), nullness)
                .read(
                        entity,
                        Constructors.largest(constructors).stream()
                                .map(Constructor.Parameter::name)
                                .toList());

        String packageName = MoreElements.getPackage(entity).getQualifiedName().toString();
        String simpleName = entity.getSimpleName().toString();
        GeneratedNames names = GeneratedNames.of(packageName, simpleName);
        AnnotationMirror annotation = Annotated.with(Library.ENTITY, entity).orElseThrow();
        return new EntityModel(
                ClassName.get(entity),
                generics.self(entity),
                TypeName.get(concrete),
                entity.getKind() == ElementKind.RECORD,
                isPublic(entity),
                orElse(Annotated.text(annotation, "name"), simpleName),
                orElse(Annotated.text(annotation, "table"), Naming.snakeCase(simpleName)),
                properties,
                new DeclarationReader(members, access, generics, types, elements).read(entity, constructors),
                names,
                support(entity));
    }

    private static boolean isPublic(TypeElement type) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                && (!(type.getEnclosingElement() instanceof TypeElement outer) || isPublic(outer));
    }

    private static String orElse(String name, String ifEmpty) {
        return name.isEmpty() ? ifEmpty : name;
    }

    private Support support(TypeElement entity) {
        Optional<ModuleElement> module = Optional.ofNullable(elements.getModuleOf(entity));
        return new Support(
                isVisible(Library.GENERATED, module),
                isVisible(Library.NULL_MARKED, module),
                Stream.of(Library.IN_MEMORY_STORE, Library.IN_MEMORY_LOCK_PROVIDER)
                        .allMatch(name -> isVisible(name, module)),
                module.isPresent() && !module.get().isUnnamed());
    }

    private boolean isVisible(ClassName name, Optional<ModuleElement> from) {
        String qualified = name.canonicalName();
        return from.isPresent()
                ? elements.getTypeElement(from.get(), qualified) != null
                : elements.getTypeElement(qualified) != null;
    }
}
