package dev.lockproof.processor;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the class inside the mapping that implements the read-only view on top of a row. */
final class StoredWriter {

    static final String NAME = "Stored";

    TypeSpec write(EntityModel model) {
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        Library.STORED_ENTITY, model.self(), model.names().locked()))
                .addSuperinterface(model.names().persistent())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(Library.ROW, "row")
                        .addParameter(MappingWriter.lockable(model), "lockable")
                        .addStatement("super(row, lockable)")
                        .build())
                .addMethod(Code.override("entity")
                        .returns(model.self())
                        .addStatement("return INSTANCE.read(row())")
                        .build());
        for (Property property : model.properties()) {
            type.addMethod(Code.override(property.access().name())
                    .returns(Code.declared(property, model))
                    .addStatement(
                            "return $L",
                            Code.fromRow("row()", property, property.access().optional(), model))
                    .build());
        }
        return type.build();
    }
}
