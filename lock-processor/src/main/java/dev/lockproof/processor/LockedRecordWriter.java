package dev.lockproof.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/** Writes {@code LockedOrder} for a record, which can't be extended: the proof holds the value. */
final class LockedRecordWriter implements TypeWriter {

    private static final String ENTITY = "entity";

    @Override
    public TypeSpec write(EntityModel model) {
        TypeSpec.Builder type = Proofs.begin(model)
                .addField(Library.LOCK_GRANT, Proofs.LOCK, Modifier.PRIVATE, Modifier.FINAL)
                .addField(model.self(), ENTITY, Modifier.PRIVATE);
        type.addMethod(Proofs.constructor()
                .addStatement(
                        "this.$L = $T.INSTANCE.read($L)", ENTITY, model.names().mapping(), Proofs.ROW)
                .addStatement("this.$L = $L", Proofs.LOCK, Proofs.LOCK)
                .build());
        type.addMethod(Proofs.entity(model, ENTITY));
        type.addMethods(Proofs.grantMethods());
        model.properties().forEach(property -> type.addMethod(accessor(property, model)));
        type.addMethod(change(model));
        model.properties().stream()
                .filter(property -> !property.id())
                .forEach(property -> type.addMethod(with(property, model)));
        return type.addMethod(text(model)).build();
    }

    private static MethodSpec accessor(Property property, EntityModel model) {
        return Code.override(property.access().name())
                .returns(Code.declared(property, model))
                .addStatement("return $L", property.access().of(ENTITY))
                .build();
    }

    private static MethodSpec change(EntityModel model) {
        return changeSignature(model)
                .addStatement(
                        "$L = $T.INSTANCE.change($L, change)",
                        ENTITY,
                        model.names().mapping(),
                        ENTITY)
                .addStatement("return this")
                .build();
    }

    static MethodSpec.Builder changeSignature(EntityModel model) {
        TypeName operator = ParameterizedTypeName.get(ClassName.get(UnaryOperator.class), model.self());
        return MethodSpec.methodBuilder("change")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Puts a changed value in the place of the present one. Nothing is stored before it is saved.

                        @param change makes the new value from the present one, and keeps the id
                        @return this
                        """)
                .returns(model.names().locked())
                .addParameter(ParameterSpec.builder(operator, "change")
                        .addAnnotation(Library.RUNS_INLINE)
                        .build());
    }

    private static MethodSpec with(Property property, EntityModel model) {
        String current = Naming.variable(
                model.simpleName(),
                model.properties().stream().map(Property::name).toList());
        List<CodeBlock> values = model.constructor().parameters().stream()
                .map(parameter -> parameter.name().equals(property.name())
                        ? CodeBlock.of("$L", property.name())
                        : CodeBlock.of("$L.$L()", current, parameter.name()))
                .toList();
        return withSignature(property, model)
                .addStatement("return change($L -> new $T($L))", current, model.concrete(), Code.arguments(values))
                .build();
    }

    static MethodSpec.Builder withSignature(Property property, EntityModel model) {
        return MethodSpec.methodBuilder("with" + Naming.capitalize(property.name()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Changes {@code $L} and nothing else. Nothing is stored before it is saved.

                        @param $L the new value
                        @return this
                        """, property.name(), property.name())
                .returns(model.names().locked())
                .addParameter(Code.declared(property, model), property.name());
    }

    private static MethodSpec text(EntityModel model) {
        return Code.override("toString")
                .returns(String.class)
                .addStatement("return $S + $L + ']'", model.names().locked().simpleName() + '[', ENTITY)
                .build();
    }
}
