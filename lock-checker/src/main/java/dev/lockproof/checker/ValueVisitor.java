package dev.lockproof.checker;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.common.basetype.BaseTypeChecker;
import org.checkerframework.common.basetype.BaseTypeVisitor;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.framework.util.Contract.Precondition;

/**
 * Visits where values flow, which is all that qualifiers are about, and leaves out the framework's other checks.
 *
 * <p>They tell of qualifiers at places that {@link QualifierLocations} refuses, and of annotations of other checkers.
 * {@link Mismatches} has no words for any of that, so nobody would hear of it; but finding it out takes time.
 */
abstract class ValueVisitor extends BaseTypeVisitor<LockproofAnnotatedTypeFactory> {

    ValueVisitor(BaseTypeChecker checker) {
        super(checker);
    }

    /** Each argument is checked against the element type; the array that javac makes of them is nobody else's. */
    @Override
    protected void checkVarargs(AnnotatedExecutableType method, Tree call) {}

    /** The framework expects constructors to return top; ours return {@code @Fresh} entities. */
    @Override
    protected void checkConstructorResult(AnnotatedExecutableType constructor, ExecutableElement element) {}

    @Override
    protected void checkThisOrSuperConstructorCall(MethodInvocationTree call, String key) {}

    /** Fields that are {@code @Unused} under some qualifier. */
    @Override
    protected void checkAccess(IdentifierTree name, Void unused) {}

    /** Exceptions are not entities. */
    @Override
    protected void checkThrownExpression(ThrowTree tree) {}

    @Override
    protected void checkExceptionParameter(CatchTree tree) {}

    /** {@code @HasQualifierParameter}, and polymorphic qualifiers of fields. */
    @Override
    protected void checkQualifierParameter(ClassTree type) {}

    @Override
    protected void warnInvalidPolymorphicQualifier(ClassTree type) {}

    @Override
    protected void warnInvalidPolymorphicQualifier(List<? extends TypeParameterTree> parameters) {}

    @Override
    protected void checkExtendsAndImplements(ClassTree type) {}

    /** {@code @FieldInvariant}. */
    @Override
    protected void checkFieldInvariantDeclarations(ClassTree type) {}

    /** {@code @RequiresQualifier}. */
    @Override
    protected void checkPreconditions(MethodInvocationTree call, Set<Precondition> preconditions) {}

    /** {@code @Pure} and the like. */
    @Override
    protected void checkPurityAnnotations(MethodTree method) {}

    @Override
    protected void checkSideEffectsOnlyExpressions(MethodTree method, ExecutableElement element) {}
}
