package dev.lockproof.checker;

import dev.lockproof.rules.Facts;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Lets the rules know what the qualifiers say: also of locals that have none written, and of methods in class files.
 *
 * <p>A value that may be locked counts as locked: {@code @Writable} and {@code @PolyLocked} variables can't outlive a
 * lock either.
 */
final class QualifierFacts implements Facts {

    private final Facts declared;
    private final LockproofAnnotatedTypeFactory factory;
    private boolean inTurn;

    QualifierFacts(Facts declared, LockproofAnnotatedTypeFactory factory) {
        this.declared = declared;
        this.factory = factory;
    }

    /**
     * Runs the rules on the class that the framework visits. It knows the qualifiers of that class alone: where it
     * stands back, because of an error of javac's, the rules make do with what is declared.
     */
    void inTurn(Runnable check) {
        inTurn = true;
        try {
            check.run();
        } finally {
            inTurn = false;
        }
    }

    @Override
    public boolean isProof(TypeMirror type) {
        return declared.isProof(type);
    }

    @Override
    public boolean isLocked(VariableElement variable) {
        return declared.isLocked(variable)
                || (inTurn
                        && factory.entities().isRelevant(variable.asType())
                        && factory.qualifiers().mayBeLocked(factory.getAnnotatedType(variable)));
    }

    /** A local that has no qualifier written loses it there, see {@link Forgetting}. */
    @Override
    public boolean forgetsCaptured(VariableElement local) {
        return LocalQualifiers.isInferred(local) && !isProof(local.asType());
    }

    @Override
    public boolean returnsLocked(ExecutableElement method) {
        return declared.returnsLocked(method)
                || (inTurn
                        && factory.entities().isRelevant(method.getReturnType())
                        && factory.qualifiers()
                                .mayBeLocked(factory.getAnnotatedType(method).getReturnType()));
    }

    @Override
    public boolean acquires(ExecutableElement executable) {
        return declared.acquires(executable);
    }

    @Override
    public boolean waits(ExecutableElement method) {
        return declared.waits(method);
    }

    @Override
    public boolean runsInline(ExecutableElement executable, int parameter) {
        return declared.runsInline(executable, parameter);
    }
}
