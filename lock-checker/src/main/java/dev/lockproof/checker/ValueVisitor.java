package dev.lockproof.checker;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.common.basetype.BaseTypeVisitor;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.framework.util.Contract.Precondition;
import org.checkerframework.javacutil.TreePathUtil;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Visits where values flow, which is all that qualifiers are about. Where nothing is asked of a value, only what is inside
 * of it is visited, see {@link Demands}.
 *
 * <p>The framework's other checks are left out. They tell of qualifiers at places that {@link QualifierLocations} refuses, and of annotations of other checkers.
 * {@link Mismatches} has no words for any of that, so nobody would hear of it; but finding it out takes time.
 */
abstract class ValueVisitor extends BaseTypeVisitor<LockproofAnnotatedTypeFactory> {

    private static final Set<Tree.Kind> RETURNING = Set.of(Tree.Kind.METHOD, Tree.Kind.LAMBDA_EXPRESSION);

    final Demands demands;

    ValueVisitor(LockproofChecker checker) {
        super(checker);
        demands = new Demands(atypeFactory.qualifiers(), atypeFactory.entities(), checker.declarations(), elements);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        ExecutableElement method = TreeUtils.elementFromUse(call);
        if (method == null || demands.isDemanding(method)) {
            return super.visitMethodInvocation(call, null);
        }
        scan(call.getArguments(), null);
        return scan(call.getMethodSelect(), null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree creation, Void unused) {
        ExecutableElement constructor = TreeUtils.elementFromUse(creation);
        if (creation.getClassBody() != null || !isName(creation.getIdentifier()) || demands.isDemanding(constructor)) {
            return super.visitNewClass(creation, null);
        }
        scan(creation.getEnclosingExpression(), null);
        return scan(creation.getArguments(), null);
    }

    /** A class with type arguments, or with a qualifier, is more than a name. */
    private static boolean isName(ExpressionTree type) {
        return type instanceof IdentifierTree
                || (type instanceof MemberSelectTree select && isName(select.getExpression()));
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, Void unused) {
        if (!Demands.isPlain(TreeUtils.elementFromDeclaration(variable).asType())) {
            return super.visitVariable(variable, null);
        }
        scan(variable.getModifiers(), null);
        return scan(variable.getInitializer(), null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree result, Void unused) {
        boolean plain = TreePathUtil.enclosingOfKind(getCurrentPath(), RETURNING) instanceof MethodTree method
                && Demands.isPlain(TreeUtils.elementFromDeclaration(method).getReturnType());
        return plain ? scan(result.getExpression(), null) : super.visitReturn(result, null);
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
