package dev.lockproof.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** Writes the proof of a broken entity: abstract, but with all methods that a user's code can call. */
final class LockedSkeletonWriter implements TypeWriter {

    private final boolean mayExtend;

    /** With whether the proof may extend the entity, as far as names go. */
    LockedSkeletonWriter(boolean mayExtend) {
        this.mayExtend = mayExtend;
    }

    @Override
    public TypeSpec write(EntityModel model) {
        TypeSpec.Builder type = Code.classBuilder(model.names().locked(), model)
                .addModifiers(Code.visibility(model, Modifier.ABSTRACT))
                .addJavadoc("Stands for the proof of {@link $T}, until the errors in it are corrected.\n", model.type())
                .addSuperinterface(model.names().persistent())
                .addSuperinterface(ParameterizedTypeName.get(Library.LOCK_PROOF, model.self()));
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        Optional<Constructor> inherited = mayExtend ? extensible(model) : Optional.empty();
        inherited.ifPresent(of -> {
            type.superclass(model.concrete());
            type.alwaysQualify(model.declaration().memberTypes().toArray(new String[0]));
            constructor.addStatement("super($L)", Code.arguments(nothing(of)));
            model.properties().stream()
                    .filter(property -> !property.access().isPublic())
                    .forEach(property -> type.addMethod(LockedClassWriter.publicAccessor(property, model)));
        });
        type.addMethod(constructor.build());
        if (model.record()) {
            type.addMethod(abstractly(LockedRecordWriter.changeSignature(model)));
            model.properties()
                    .forEach(property -> type.addMethod(abstractly(LockedRecordWriter.withSignature(property, model))));
        }
        return type.build();
    }

    private static MethodSpec abstractly(MethodSpec.Builder signature) {
        return signature.addModifiers(Modifier.ABSTRACT).build();
    }

    /** The constructor to call, if the entity can be extended at all. */
    private static Optional<Constructor> extensible(EntityModel model) {
        Declaration declaration = model.declaration();
        boolean open = declaration.kind() == ElementKind.CLASS
                && !declaration.modifiers().contains(Modifier.FINAL)
                && !declaration.modifiers().contains(Modifier.SEALED)
                && !declaration.inner()
                && declaration.openTypeParameters().isEmpty();
        return declaration.constructors().stream()
                .filter(constructor -> open
                        && constructor.accessible()
                        && constructor.checkedExceptions().isEmpty()
                        && constructor.parameters().stream().allMatch(p -> SkeletonWriters.isResolved(p.type())))
                .findFirst();
    }

    private static List<CodeBlock> nothing(Constructor constructor) {
        return constructor.parameters().stream()
                .map(LockedSkeletonWriter::nothing)
                .toList();
    }

    private static CodeBlock nothing(Constructor.Parameter parameter) {
        if (parameter.optional()) {
            return CodeBlock.of("$T.empty()", Optional.class);
        }
        if (parameter.type().equals(TypeName.BOOLEAN)) {
            return CodeBlock.of("false");
        }
        return CodeBlock.of("($T) $L", parameter.type(), parameter.type().isPrimitive() ? "0" : "null");
    }
}
