package dev.lockproof.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code AccountFields}: one typed constant per property, for queries and for the mapping. */
final class FieldsWriter implements TypeWriter {

    private static final int ONE_LINE = 110;

    @Override
    public TypeSpec write(EntityModel model) {
        TypeSpec.Builder type = Code.classBuilder(model.names().fields(), model)
                .addModifiers(Code.visibility(model, Modifier.FINAL))
                .addJavadoc("The fields of {@link $T}, for queries.\n", model.type());
        for (Property property : model.properties()) {
            type.addField(constant(property, model));
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    private static FieldSpec constant(Property property, EntityModel model) {
        TypeName type = type(property, model);
        int left = "public static final  = ".length()
                + Naming.simple(type).length()
                + property.constant().length();
        return FieldSpec.builder(type, property.constant())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The property {@code $L}.\n", property.name())
                .initializer(initializer(property, left))
                .build();
    }

    private static TypeName type(Property property, EntityModel model) {
        ClassName field = fieldClass(property.storage());
        return field.equals(Library.TEXT_FIELD)
                ? ParameterizedTypeName.get(field, model.self())
                : ParameterizedTypeName.get(field, model.self(), property.type().box());
    }

    private static ClassName fieldClass(Storage storage) {
        if (!(storage instanceof Storage.Simple simple)) {
            return Library.FIELD;
        }
        return switch (simple.type().fieldKind()) {
            case PLAIN -> Library.FIELD;
            case COMPARABLE -> Library.COMPARABLE_FIELD;
            case TEXT -> Library.TEXT_FIELD;
        };
    }

    private static CodeBlock initializer(Property property, int left) {
        CodeBlock arguments = property.storage() instanceof Storage.Composite composite
                ? composite(property, composite)
                : CodeBlock.of(
                        "$S, $L",
                        property.name(),
                        Columns.column(property.column(), property.nullable(), property.storage()));
        CodeBlock call = CodeBlock.of("$T.$L", fieldClass(property.storage()), factory(property.storage()));
        return left + Code.width(call) + Code.width(arguments) > ONE_LINE
                ? CodeBlock.builder()
                        .add("$L(\n$>$>", call)
                        .add(arguments)
                        .add(")$<$<")
                        .build()
                : CodeBlock.of("$L($L)", call, arguments);
    }

    private static String factory(Storage storage) {
        return storage instanceof Storage.Composite ? "composite" : "of";
    }

    private static CodeBlock composite(Property property, Storage.Composite composite) {
        List<CodeBlock> columns = composite.parts().stream()
                .map(part -> Columns.column(part.column(), false, part.storage()))
                .toList();
        List<CodeBlock> split = composite.parts().stream()
                .map(part -> CodeBlock.of("id.$L()", part.name()))
                .toList();
        List<CodeBlock> join = Columns.casts(composite.parts(), "parts");
        return CodeBlock.builder()
                .add("$S,\n", property.name())
                .add("$T.of($L),\n", List.class, Code.innerArguments(columns))
                .add("id -> new Object[] {$L},\n", CodeBlock.join(split, ", "))
                .add("parts -> new $T($L)", composite.type(), CodeBlock.join(join, ", "))
                .build();
    }
}
