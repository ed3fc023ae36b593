package dev.lockproof.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the generated types of a broken entity, without behaviour: code that uses them compiles, so that the user sees
 * what is wrong with the entity and not what follows from it.
 */
final class SkeletonWriters {

    private SkeletonWriters() {}

    static List<TypeWriter> of(EntityModel model, List<Problem> problems) {
        if (model.declaration().hidden()) {
            return List.of();
        }
        boolean clash = problems.stream().anyMatch(p -> p.id() == ErrorId.ENTITY_NAME_CLASH);
        List<Property> sound = sound(model);
        List<Property> stored = sound.stream()
                .filter(property -> isStorable(property.storage()))
                .toList();
        return List.of(
                whole -> new PersistentWriter().write(whole.withProperties(sound)),
                whole -> new LockedSkeletonWriter(!clash).write(whole.withProperties(sound)),
                whole -> RepositoryWriter.write(whole.withProperties(sound), CodeBlock.of("null")),
                whole -> new FieldsWriter().write(whole.withProperties(stored)));
    }

    /** The properties that the views can have without causing errors of their own. */
    private static List<Property> sound(EntityModel model) {
        Set<String> names = new HashSet<>();
        return model.properties().stream()
                .filter(property -> property.access().kind() != Property.Access.Kind.NONE)
                .filter(property ->
                        !property.access().isFinal() || property.access().isPublic())
                .filter(property -> NameRules.isFree(property, model))
                .filter(property -> isResolved(property.type()))
                .filter(property -> !(property.storage() instanceof Storage.Unsupported unsupported
                        && unsupported.isBy(Storage.Reason.HIDDEN)))
                .filter(property -> names.add(property.access().name()))
                .filter(property -> names.add(property.constant()))
                .toList();
    }

    private static boolean isStorable(Storage storage) {
        return storage instanceof Storage.Composite composite
                ? composite.parts().stream().allMatch(part -> isStorable(part.storage()))
                : !(storage instanceof Storage.Unsupported);
    }

    /** Whether a type exists, as far as its name tells: one that doesn't has no package. */
    static boolean isResolved(TypeName type) {
        if (type instanceof ClassName name) {
            return !name.packageName().isEmpty();
        }
        if (type instanceof ArrayTypeName array) {
            return isResolved(array.componentType());
        }
        return !(type instanceof ParameterizedTypeName generic)
                || (isResolved(generic.rawType())
                        && generic.typeArguments().stream().allMatch(SkeletonWriters::isResolved));
    }
}
