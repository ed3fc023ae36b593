package dev.lockproof.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code AccountMapping}: names and types, and how an entity becomes a row and comes back. */
final class MappingWriter implements TypeWriter {

    private static final String ROW = "row";

    @Override
    public TypeSpec write(EntityModel model) {
        return Code.classBuilder(model.names().mapping(), model)
                .addModifiers(Modifier.FINAL)
                .addJavadoc("How {@link $T} is stored.\n", model.type())
                .superclass(RepositoryWriter.superclass(Library.ENTITY_MAPPING, model))
                .addField(FieldSpec.builder(model.names().mapping(), "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The mapping, which has no state.\n")
                        .initializer("new $T()", model.names().mapping())
                        .build())
                .addMethod(constructor(model))
                .addMethod(idOf(model))
                .addMethod(write(model, Naming.variable(model.simpleName(), Set.of(ROW))))
                .addMethod(read(model))
                .addMethod(persistent(model))
                .addMethod(locked(model))
                .addType(new StoredWriter().write(model))
                .build();
    }

    private static MethodSpec constructor(EntityModel model) {
        List<CodeBlock> fields =
                model.properties().stream().map(p -> Code.constant(p, model)).toList();
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement(
                        "super($L)",
                        Code.arguments(List.of(
                                CodeBlock.of("$S", model.keyName()),
                                CodeBlock.of("$S", model.table()),
                                Code.constant(model.id(), model),
                                CodeBlock.of("$T.of($L)", List.class, Code.innerArguments(fields)))))
                .build();
    }

    private static MethodSpec idOf(EntityModel model) {
        String entity = Naming.variable(model.simpleName(), Set.of());
        return Code.override("idOf")
                .returns(model.id().type().box())
                .addParameter(model.self(), entity)
                .addStatement("return $L", model.id().access().of(entity))
                .build();
    }

    private static MethodSpec write(EntityModel model, String entity) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(model.self(), entity)
                .addParameter(Library.ROW_WRITER, ROW);
        for (Property property : model.properties()) {
            String value = property.access().of(entity) + (property.access().optional() ? ".orElse(null)" : "");
            method.addStatement("$L.set($L, $L)", ROW, Code.constant(property, model), value);
        }
        return method.build();
    }

    private static MethodSpec read(EntityModel model) {
        return Code.override("read")
                .returns(model.self())
                .addParameter(Library.ROW, ROW)
                .addStatement("return new $T($L)", model.concrete(), Code.constructorArguments(ROW, model))
                .build();
    }

    private static MethodSpec persistent(EntityModel model) {
        return Code.override("persistent")
                .returns(model.names().persistent())
                .addParameter(Library.ROW, ROW)
                .addParameter(lockable(model), "lockable")
                .addStatement("return new $L($L, lockable)", StoredWriter.NAME, ROW)
                .build();
    }

    private static MethodSpec locked(EntityModel model) {
        return Code.override("locked")
                .returns(model.names().locked())
                .addParameter(Library.ROW, ROW)
                .addParameter(Library.LOCK_GRANT, "lock")
                .addStatement("return new $T($L, lock)", model.names().locked(), ROW)
                .build();
    }

    static TypeName lockable(EntityModel model) {
        return ParameterizedTypeName.get(Library.LOCKABLE, model.names().locked());
    }
}
