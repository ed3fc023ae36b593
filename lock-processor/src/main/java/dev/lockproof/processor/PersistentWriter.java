package dev.lockproof.processor;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes {@code PersistentAccount}: the read-only view of a stored entity. */
final class PersistentWriter implements TypeWriter {

    @Override
    public TypeSpec write(EntityModel model) {
        TypeSpec.Builder type = Code.interfaceBuilder(model.names().persistent(), model)
                .addModifiers(Code.visibility(model))
                .addJavadoc("Refers to a stored {@link $T}, without a lock on it. Read-only.\n", model.type())
                .addSuperinterface(ParameterizedTypeName.get(
                        Library.PERSISTENT, model.self(), model.names().locked()));
        for (Property property : model.properties()) {
            type.addMethod(accessor(property, model));
        }
        return type.build();
    }

    private static MethodSpec accessor(Property property, EntityModel model) {
        return MethodSpec.methodBuilder(property.access().name())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc("Gives the {@code $L} that is stored.\n\n@return $L\n", property.name(), result(property))
                .returns(Code.declared(property, model))
                .build();
    }

    private static String result(Property property) {
        if (property.access().optional()) {
            return "the value, or empty if there is none";
        }
        return property.nullable() ? "the value, or null if there is none" : "the value";
    }
}
