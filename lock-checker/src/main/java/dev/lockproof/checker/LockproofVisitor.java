package dev.lockproof.checker;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedArrayType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.framework.util.AnnotatedTypes;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Checks that qualifiers are only ever forgotten, never gained, wherever a value flows.
 *
 * <p>The framework finds the places; what is wrong there is put into words by {@link Mismatches}.
 */
final class LockproofVisitor extends ValueVisitor {

    private final LockproofChecker lockproof;
    private final Qualifiers qualifiers;
    private final Faults faults;
    private final TypeArgumentChoices choices;
    private final Mismatches mismatches;
    private final Casts casts;
    private final QualifierLocations locations;
    private final PackageDefaults packages;
    private final QualifierFacts facts;
    private final MemberRelevance members;

    LockproofVisitor(LockproofChecker checker) {
        super(checker);
        this.lockproof = checker;
        this.qualifiers = atypeFactory.qualifiers();
        this.faults = new Faults(trees);
        this.choices = new TypeArgumentChoices(atypeFactory, faults);
        this.casts = new Casts(atypeFactory);
        this.mismatches = new Mismatches(faults, atypeFactory, this::getCurrentPath);
        this.facts = new QualifierFacts(lockproof.rules().facts(), atypeFactory);
        this.locations = new QualifierLocations(faults, new Borrowing(atypeFactory, facts));
        this.packages = new PackageDefaults(faults, elements);
        QualifiedDeclarations declarations = checker.declarations();
        Relevance types = new Relevance(trees, atypeFactory.entities(), declarations);
        this.members = new MemberRelevance(trees, types, declarations);
        lockproof.rules().useFacts(facts);
    }

    /** The rules run inside the framework's turn: it would take an error between two classes for one of javac's. */
    @Override
    public void visit(TreePath topLevelClass) {
        try {
            if (lockproof.hasQualifiers() && !isTrusted((ClassTree) topLevelClass.getLeaf())) {
                choices.settle(() -> super.visit(topLevelClass));
                locations.scan(topLevelClass, null);
                packages.check(topLevelClass);
            }
        } finally {
            faults.print();
            atypeFactory.chosenFunctions().clear();
            facts.inTurn(() -> lockproof.rules().check(topLevelClass));
        }
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree != null && TypeArgumentChoices.isMadeFor(tree, getCurrentPath())) {
            choices.choose(tree, getCurrentPath(), () -> super.scan(tree, null));
        } else {
            super.scan(tree, null);
        }
        return null;
    }

    @Override
    protected LockproofAnnotatedTypeFactory createTypeFactory() {
        return new LockproofAnnotatedTypeFactory(checker, ((LockproofChecker) checker).rules());
    }

    Mismatches mismatches() {
        return mismatches;
    }

    @Override
    public void processClassTree(ClassTree tree) {
        if (!isTrusted(tree)) {
            TypeElement type = TreeUtils.elementFromDeclaration(tree);
            super.processClassTree(tree);
            lockproof
                    .rules()
                    .forEachInherited(type, (method, implemented) -> checkInherited(tree, method, implemented));
        }
    }

    private boolean isTrusted(ClassTree tree) {
        return lockproof.rules().isTrusted(TreeUtils.elementFromDeclaration(tree));
    }

    /** The framework looks at declared overrides alone. */
    private void checkInherited(ClassTree tree, ExecutableElement method, ExecutableElement implemented) {
        AnnotatedDeclaredType type = atypeFactory.getAnnotatedType(tree);
        AnnotatedExecutableType inherited = AnnotatedTypes.asMemberOf(types, atypeFactory, type, method);
        AnnotatedExecutableType asked = AnnotatedTypes.asMemberOf(types, atypeFactory, type, implemented);
        createOverrideChecker(tree, inherited, type, inherited.getReturnType(), asked, type, asked.getReturnType())
                .checkOverride();
    }

    @Override
    public void processMethodTree(String className, MethodTree method) {
        if (members.matters(getCurrentPath())) {
            super.processMethodTree(className, method);
        }
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, Void unused) {
        boolean field = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
        return field && !members.matters(getCurrentPath()) ? null : super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void unused) {
        choices.choose(loop.getExpression(), getCurrentPath(), () -> {
            AnnotatedTypeMirror elements = atypeFactory.getIterableElementType(loop.getExpression());
            AnnotatedTypeMirror variable = atypeFactory.getAnnotatedTypeLhs(loop.getVariable());
            commonAssignmentCheck(variable, elements, loop.getExpression(), "enhancedfor");
            scan(loop.getExpression(), null);
        });
        scan(loop.getVariable(), null);
        return scan(loop.getStatement(), null);
    }

    /** Each arm of a choice is a value of its own, and gets an error of its own. */
    @Override
    protected boolean commonAssignmentCheck(
            AnnotatedTypeMirror variable, ExpressionTree value, String key, Object... arguments) {
        if (value instanceof NewArrayTree array
                && array.getType() == null
                && variable instanceof AnnotatedArrayType type) {
            return checkArrayInitialization(type.getComponentType(), array.getInitializers());
        }
        boolean fits = true;
        for (ExpressionTree arm : Arms.of(value)) {
            atypeFactory.chosenFunctions().expect(arm, variable);
            fits &= !demands.isDemanding(variable) || checkArm(value, arm, variable, key, arguments);
        }
        return fits;
    }

    private boolean checkArm(
            ExpressionTree choice, ExpressionTree arm, AnnotatedTypeMirror variable, String key, Object... arguments) {
        return isReleasedBefore(choice, arm, variable)
                ? commonAssignmentCheck(variable, forgotten(arm), arm, key, arguments)
                : super.commonAssignmentCheck(variable, arm, key, arguments);
    }

    /** Where a proof is asked for, the rules tell of it. */
    private boolean isReleasedBefore(ExpressionTree choice, ExpressionTree arm, AnnotatedTypeMirror variable) {
        return arm != choice
                && !atypeFactory.entities().isProof(variable.getUnderlyingType())
                && atypeFactory.isReleasedBetween(arm, choice)
                && qualifiers.mayBeLocked(atypeFactory.getAnnotatedType(arm));
    }

    private AnnotatedTypeMirror forgotten(ExpressionTree arm) {
        AnnotatedTypeMirror type = atypeFactory.getAnnotatedType(arm);
        type.replaceAnnotation(qualifiers.maybeUnlocked);
        return type;
    }

    @Override
    protected boolean commonAssignmentCheck(
            AnnotatedTypeMirror variable, AnnotatedTypeMirror value, Tree place, String key, Object... arguments) {
        if (typeHierarchy.isSubtype(atypeFactory.getWidenedType(value, variable), variable)
                || isNewCopyOfReceiver(variable, value, key)) {
            return true;
        }
        mismatches.report(key, place, variable, value, arguments);
        return false;
    }

    /** {@code Order ship() { return new Order(…); }}: the new value stands for the receiver, with all that is known. */
    private boolean isNewCopyOfReceiver(AnnotatedTypeMirror variable, AnnotatedTypeMirror value, String key) {
        return key.equals("return")
                && variable.hasPrimaryAnnotation(qualifiers.poly)
                && value.hasPrimaryAnnotation(qualifiers.fresh);
    }

    @Override
    protected void reportMethodInvocabilityError(
            MethodInvocationTree call, AnnotatedTypeMirror found, AnnotatedTypeMirror required) {
        mismatches.reportReceiver(call, required, found);
    }

    /**
     * A cast may forget. What a proof type is cast from is a matter of the rules. A function gets its type from the cast, and
     * is checked against it like any other.
     */
    @Override
    protected void checkTypecastSafety(TypeCastTree cast) {
        if (ChosenFunctions.isFunction(TreeUtils.withoutParens(cast.getExpression()))) {
            return;
        }
        AnnotatedTypeMirror target = atypeFactory.getAnnotatedType(cast);
        AnnotatedTypeMirror value = atypeFactory.getAnnotatedType(cast.getExpression());
        if (casts.gain(cast.getType(), target, value)) {
            mismatches.reportCast(cast, target, value);
        } else {
            checkParts(cast.getExpression(), target, value);
        }
    }

    @Override
    public @Nullable Void visitBindingPattern(BindingPatternTree pattern, Void unused) {
        VariableTree variable = pattern.getVariable();
        ExpressionTree tested = Patterns.tested(getCurrentPath());
        AnnotatedTypeMirror target = atypeFactory.getAnnotatedType(variable);
        AnnotatedTypeMirror value = tested == null
                ? atypeFactory.unknown(target.getUnderlyingType())
                : atypeFactory.getAnnotatedType(tested);
        if (WrittenQualifiers.areIn(variable) && casts.gain(variable, target, value)) {
            mismatches.reportCast(variable, target, value);
        } else if (tested != null) {
            checkParts(tested, target, value);
        }
        return super.visitBindingPattern(pattern, null);
    }

    private void checkParts(Tree place, AnnotatedTypeMirror target, AnnotatedTypeMirror value) {
        if (casts.changeParts(target, value)) {
            mismatches.report("cast", place, casts.onlyParts(target), casts.onlyParts(value));
        }
    }

    @Override
    protected void checkConstructorInvocation(
            AnnotatedDeclaredType invocation, AnnotatedExecutableType constructor, NewClassTree creation) {
        AnnotatedTypeMirror made = constructor.getReturnType();
        for (AnnotationMirror written : atypeFactory.getExplicitNewClassAnnos(creation)) {
            AnnotationMirror actual = made.getAnnotationInHierarchy(written);
            if (actual != null && !qualHierarchy.isSubtypeQualifiersOnly(actual, written)) {
                mismatches.reportCast(creation, invocation, made);
            }
        }
    }

    @Override
    protected OverrideChecker createOverrideChecker(
            Tree overriderTree,
            AnnotatedExecutableType overrider,
            AnnotatedTypeMirror overriderType,
            AnnotatedTypeMirror overriderReturnType,
            AnnotatedExecutableType overridden,
            AnnotatedDeclaredType overriddenType,
            AnnotatedTypeMirror overriddenReturnType) {
        return new OverrideChecker(
                overriderTree,
                overrider,
                overriderType,
                overriderReturnType,
                overridden,
                overriddenType,
                overriddenReturnType) {
            @Override
            public boolean checkOverride() {
                // A proof that is written by hand is one error of the rules, and not one per method.
                boolean forged = overriderTree instanceof MethodTree
                        && atypeFactory.entities().isProof(overriderType.getUnderlyingType());
                return forged || super.checkOverride();
            }

            @Override
            protected boolean checkReceiverOverride() {
                AnnotatedDeclaredType receiver = overrider.getReceiverType();
                // A receiver whose qualifier is handed on takes every receiver.
                return (receiver != null && receiver.hasPrimaryAnnotation(qualifiers.poly))
                        || super.checkReceiverOverride();
            }
        };
    }
}
