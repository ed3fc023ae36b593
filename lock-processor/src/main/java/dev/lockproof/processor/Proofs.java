package dev.lockproof.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What the proof of a class and the proof of a record have in common. */
final class Proofs {

    static final String ROW = "row";
    static final String LOCK = "lock";

    private Proofs() {}

    /** Begins {@code LockedAccount}. */
    static TypeSpec.Builder begin(EntityModel model) {
        return Code.classBuilder(model.names().locked(), model)
                .addModifiers(Code.visibility(model, Modifier.FINAL))
                .addSuperinterface(model.names().persistent())
                .addSuperinterface(ParameterizedTypeName.get(Library.LOCK_PROOF, model.self()))
                .addJavadoc("""
                        Proves that the lock of one {@link $T} is held, for the length of a {@code try} block.

                        <p>Belongs to the thread that acquired it. Not thread-safe.
                        """, model.type());
    }

    static MethodSpec.Builder constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("""
                        Called by the mapping, once the lock is held.

                        @param row what was read under the lock
                        @param lock the lock
                        """)
                .addParameter(Library.ROW, ROW)
                .addParameter(Library.LOCK_GRANT, LOCK);
    }

    /** The method {@code entity()}, with the expression for the entity. */
    static MethodSpec entity(EntityModel model, String expression) {
        TypeName locked =
                model.self().annotated(AnnotationSpec.builder(Library.LOCKED).build());
        return Code.override("entity")
                .returns(locked)
                .addStatement("return $L", expression)
                .build();
    }

    /** The methods that hand on to the grant. */
    static List<MethodSpec> grantMethods() {
        return List.of(
                Code.override("lockKey")
                        .returns(Library.LOCK_KEY)
                        .addStatement("return lock.key()")
                        .build(),
                Code.override("lock")
                        .returns(Library.LOCK_GRANT)
                        .addStatement("return lock")
                        .build(),
                Code.override("close").addStatement("lock.release()").build());
    }
}
