package dev.lockproof.checker;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import dev.lockproof.rules.Rules;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.treeannotator.TreeAnnotator;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lock away from what code that may run later knows of a local variable, and settles what a cast gives.
 *
 * <p>{@code Account copy = locked; executor.execute(() -> log(copy));} is fine, because reading needs no lock. A variable
 * that is declared {@code @Locked}, or is a proof, may not be used there at all, which is a matter of the rules.
 *
 * <p>A cast to a proof type is {@code @Locked}, whatever its operand is: the cast itself is an error of the rules, and
 * what is done with its result is not one more.
 */
final class Forgetting extends TreeAnnotator {

    private final LockproofAnnotatedTypeFactory factory;
    private final Rules rules;

    Forgetting(LockproofAnnotatedTypeFactory factory, Rules rules) {
        super(factory);
        this.factory = factory;
        this.rules = rules;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree name, AnnotatedTypeMirror type) {
        if (factory.qualifiers().mayBeLocked(type)
                && TreeUtils.elementFromUse(name) instanceof VariableElement variable
                && LocalQualifiers.isInferred(variable)
                && !factory.entities().isProof(type.getUnderlyingType())) {
            TreePath path = factory.getPath(name);
            if (path == null || rules.isCaptured(path, variable)) {
                type.replaceAnnotation(factory.qualifiers().maybeUnlocked);
            }
        }
        return null;
    }

    /** Where a lock is taken on the way to the value of a switch, the value is locked no more. */
    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree choice, AnnotatedTypeMirror type) {
        if (factory.qualifiers().mayBeLocked(type)
                && Arms.of(choice).stream().anyMatch(arm -> factory.isReleasedBetween(arm, choice))) {
            type.replaceAnnotation(factory.qualifiers().maybeUnlocked);
        }
        return null;
    }

    @Override
    public @Nullable Void visitTypeCast(TypeCastTree cast, AnnotatedTypeMirror type) {
        if (factory.entities().isProof(type.getUnderlyingType())) {
            type.removePrimaryAnnotationInHierarchy(factory.qualifiers().maybeUnlocked);
            if (type.getKind() != TypeKind.TYPEVAR) {
                type.addMissingAnnotation(factory.qualifiers().locked);
            }
        }
        return null;
    }
}
