package dev.lockproof.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Pieces of generated code that several writers need. */
final class Code {

    /** Longer lists of arguments get one line each. */
    private static final int ONE_LINE = 70;

    private Code() {}

    /** Begins a generated class with its annotations. */
    static TypeSpec.Builder classBuilder(ClassName name, EntityModel model) {
        return annotated(TypeSpec.classBuilder(name), model);
    }

    /** Begins a generated interface with its annotations. */
    static TypeSpec.Builder interfaceBuilder(ClassName name, EntityModel model) {
        return annotated(TypeSpec.interfaceBuilder(name), model);
    }

    private static TypeSpec.Builder annotated(TypeSpec.Builder type, EntityModel model) {
        if (model.support().generated()) {
            type.addAnnotation(AnnotationSpec.builder(Library.GENERATED)
                    .addMember("value", "$S", EntityProcessor.class.getName())
                    .build());
        }
        if (model.support().nullMarked()) {
            type.addAnnotation(Library.NULL_MARKED);
        }
        List<CodeBlock> suppressed = suppressed(model);
        if (!suppressed.isEmpty()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", suppressed.size() == 1 ? "$L" : "{$L}", CodeBlock.join(suppressed, ", "))
                    .build());
        }
        return type;
    }

    /** Warnings about what the user has chosen, which he can't suppress in files that are not his. */
    private static List<CodeBlock> suppressed(EntityModel model) {
        List<CodeBlock> warnings = new ArrayList<>();
        if (model.declaration().deprecated()) {
            warnings.add(CodeBlock.of("$S", "deprecation"));
            warnings.add(CodeBlock.of("$S", "removal"));
        }
        if (model.support().generated() && model.support().namedModule()) {
            warnings.add(CodeBlock.of("$S", "exports")); // @Generated, from a module that few hand on
        }
        return warnings;
    }

    /** The modifiers of a generated top-level type: public if the entity is. */
    static Modifier[] visibility(EntityModel model, Modifier... further) {
        if (!model.isPublic()) {
            return further;
        }
        Modifier[] all = new Modifier[further.length + 1];
        all[0] = Modifier.PUBLIC;
        System.arraycopy(further, 0, all, 1, further.length);
        return all;
    }

    static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    /** The type of a property as accessors and parameters have it, with {@code Optional} or {@code @Nullable}. */
    static TypeName declared(Property property, EntityModel model) {
        if (property.access().optional()) {
            return optional(property.type());
        }
        return property.nullable() && model.support().nullMarked()
                ? property.type()
                        .annotated(AnnotationSpec.builder(Library.NULLABLE).build())
                : property.type();
    }

    static TypeName optional(TypeName type) {
        return ParameterizedTypeName.get(ClassName.get(Optional.class), type.box());
    }

    static CodeBlock constant(Property property, EntityModel model) {
        return CodeBlock.of("$T.$L", model.names().fields(), property.constant());
    }

    /** Reads a property's value, null if it is missing, from a row. */
    static CodeBlock fromRow(String row, Property property, EntityModel model) {
        return CodeBlock.of("$L.$L($L)", row, property.nullable() ? "get" : "require", constant(property, model));
    }

    /** Reads a property from a row, in the form that a parameter or an accessor has. */
    static CodeBlock fromRow(String row, Property property, boolean optional, EntityModel model) {
        CodeBlock value = fromRow(row, property, model);
        return optional ? CodeBlock.of("$T.ofNullable($L)", Optional.class, value) : value;
    }

    /** The arguments of the entity's constructor, read from a row. */
    static CodeBlock constructorArguments(String row, EntityModel model) {
        return arguments(model.constructor().parameters().stream()
                .map(p -> fromRow(row, model.property(p.name()).orElseThrow(), p.optional(), model))
                .toList());
    }

    /** Joins the arguments of a statement's outer call: on one line if they fit, else one per line. */
    static CodeBlock arguments(List<CodeBlock> arguments) {
        return fits(arguments)
                ? CodeBlock.join(arguments, ", ")
                : CodeBlock.of("\n$L", CodeBlock.join(arguments, ",\n"));
    }

    /** Joins the arguments of a call inside another one. */
    static CodeBlock innerArguments(List<CodeBlock> arguments) {
        return fits(arguments)
                ? CodeBlock.join(arguments, ", ")
                : CodeBlock.builder()
                        .add("\n$>$>")
                        .add(CodeBlock.join(arguments, ",\n"))
                        .add("$<$<")
                        .build();
    }

    private static boolean fits(List<CodeBlock> arguments) {
        return arguments.stream().mapToInt(Code::width).sum() + 2 * arguments.size() <= ONE_LINE;
    }

    /** How wide code is once its types are imported. */
    static int width(CodeBlock code) {
        return Naming.unqualified(code.toString()).length();
    }
}
