package dev.lockproof.processor;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.io.Serial;
import javax.lang.model.element.Modifier;

/** Writes {@code LockedAccount} for a class: a subclass, so that it goes wherever an {@code Account} goes. */
final class LockedClassWriter implements TypeWriter {

    @Override
    public TypeSpec write(EntityModel model) {
        TypeSpec.Builder type = Proofs.begin(model).superclass(model.concrete());
        type.alwaysQualify(model.declaration().memberTypes().toArray(new String[0]));
        addFields(type, model.declaration().serializable());
        type.addMethod(Proofs.constructor()
                .addStatement("super($L)", Code.constructorArguments(Proofs.ROW, model))
                .addStatement("this.$L = $L", Proofs.LOCK, Proofs.LOCK)
                .build());
        type.addMethod(Proofs.entity(model, "this"));
        type.addMethods(Proofs.grantMethods());
        for (Property property : model.properties()) {
            if (!property.access().isPublic()) {
                type.addMethod(publicAccessor(property, model));
            }
        }
        return type.build();
    }

    /** A proof of a serializable entity is serializable too, but its lock stays here: the copy proves nothing. */
    private static void addFields(TypeSpec.Builder type, boolean serializable) {
        FieldSpec.Builder lock = FieldSpec.builder(Library.LOCK_GRANT, Proofs.LOCK, Modifier.PRIVATE, Modifier.FINAL);
        if (serializable) {
            type.addField(FieldSpec.builder(
                            TypeName.LONG, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addAnnotation(Serial.class)
                    .initializer("1L")
                    .build());
            lock.addModifiers(Modifier.TRANSIENT);
        }
        type.addField(lock.build());
    }

    /** Makes an accessor that is not public visible to those who have the view. */
    static MethodSpec publicAccessor(Property property, EntityModel model) {
        return Code.override(property.access().name())
                .returns(Code.declared(property, model))
                .addStatement("return $L", property.access().of("super"))
                .build();
    }
}
