package dev.lockproof.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code AccountRepository}: typed overrides, all behaviour is in the library's {@code AbstractRepository}. */
final class RepositoryWriter implements TypeWriter {

    @Override
    public TypeSpec write(EntityModel model) {
        return write(model, CodeBlock.of("$T.INSTANCE", model.names().mapping()));
    }

    /** Writes the class, given the expression for the mapping. */
    static TypeSpec write(EntityModel model, CodeBlock mapping) {
        TypeSpec.Builder type = begin(model, mapping);
        if (model.support().inMemory()) {
            type.addMethod(inMemory(model));
        }
        return type.addMethod(save(model)).build();
    }

    private static TypeSpec.Builder begin(EntityModel model, CodeBlock mapping) {
        return Code.classBuilder(model.names().repository(), model)
                .addModifiers(Code.visibility(model, Modifier.FINAL))
                .addJavadoc("Finds, locks and saves {@link $T}s. Thread-safe.\n", model.type())
                .superclass(superclass(Library.ABSTRACT_REPOSITORY, model))
                .addMethod(constructor(mapping));
    }

    static TypeName superclass(ClassName of, EntityModel model) {
        TypeName id = model.properties().stream()
                .filter(Property::id)
                .findFirst()
                .map(p -> p.type().box())
                .orElse(ClassName.OBJECT);
        return ParameterizedTypeName.get(
                of, model.self(), id, model.names().persistent(), model.names().locked());
    }

    private static MethodSpec constructor(CodeBlock mapping) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Creates a repository.

                        @param store where the entities are stored
                        @param locks takes the locks
                        """)
                .addParameter(Library.ENTITY_STORE, "store")
                .addParameter(Library.LOCK_SERVICE, "locks")
                .addStatement("super($L, store, locks)", mapping)
                .build();
    }

    private static MethodSpec inMemory(EntityModel model) {
        return MethodSpec.methodBuilder("inMemory")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("""
                        Creates a repository with a store and locks of its own in the memory of this process, for tests.

                        @return the repository, with nothing in it
                        """)
                .returns(model.names().repository())
                .addStatement(
                        "return new $T($T.create(), $T.of($T.create()))",
                        model.names().repository(),
                        Library.IN_MEMORY_STORE,
                        Library.LOCK_SERVICE,
                        Library.IN_MEMORY_LOCK_PROVIDER)
                .build();
    }

    private static MethodSpec save(EntityModel model) {
        ClassName qualifier = model.record() ? Library.FRESH : Library.WRITABLE;
        String entity = Naming.variable(model.simpleName(), Set.of());
        return Code.override("save")
                .returns(model.names().persistent())
                .addParameter(
                        model.self().annotated(AnnotationSpec.builder(qualifier).build()), entity)
                .addStatement("return super.save($L)", entity)
                .build();
    }
}
