package dev.lockproof.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/** Visits a class once and shows each tree to the rules that it can matter to. */
final class Walker extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Code code;
    private final AcquireRules acquire;
    private final EffectRules effects;
    private final ReferenceRules references;
    private final InlineRules inline;
    private final PlaceRules places;
    private final ArgumentRules arguments;
    private final EscapeRules escapes;
    private final ResultRules results;
    private final CaptureRules captures;
    private final CloseRules closes;
    private final UpcastRules upcasts;
    private final ForgeRules forges;
    private final LockedRules locked;
    private final WaitRule waits;

    Walker(Code code, Reporter reporter) {
        this.code = code;
        this.acquire = new AcquireRules(code, reporter);
        this.effects = new EffectRules(code, reporter);
        this.references = new ReferenceRules(code, reporter, acquire);
        this.inline = new InlineRules(code, reporter);
        this.places = new PlaceRules(code, reporter);
        this.arguments = new ArgumentRules(code, reporter);
        this.escapes = new EscapeRules(code, reporter);
        this.results = new ResultRules(code, reporter);
        this.captures = new CaptureRules(code, reporter);
        this.closes = new CloseRules(code, reporter);
        this.upcasts = new UpcastRules(code, reporter);
        this.forges = new ForgeRules(code, reporter);
        this.locked = new LockedRules(code, reporter);
        this.waits = new WaitRule(code, reporter);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
        effects.checkClass(getCurrentPath());
        inline.checkClass(getCurrentPath());
        forges.checkClass(getCurrentPath());
        places.checkClass(getCurrentPath(), tree);
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
        effects.checkMethod(getCurrentPath());
        inline.checkMethod(getCurrentPath(), tree);
        places.checkMethod(getCurrentPath(), tree);
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
        places.checkVariable(getCurrentPath(), tree);
        upcasts.checkVariable(getCurrentPath(), tree);
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitTypeParameter(TypeParameterTree tree, @Nullable Void none) {
        places.checkTypeParameter(getCurrentPath(), tree);
        return super.visitTypeParameter(tree, null);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void none) {
        locked.checkAnnotation(getCurrentPath(), tree);
        // What is in it are constants.
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
        places.checkTypeArguments(getCurrentPath(), tree);
        checkCall();
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
        forges.checkNewClass(getCurrentPath(), tree);
        places.checkNewClass(getCurrentPath(), tree);
        checkCall();
        return super.visitNewClass(tree, null);
    }

    private void checkCall() {
        Call call = Call.at(getCurrentPath(), code);
        if (call != null) {
            acquire.check(call);
            closes.checkCall(call);
            upcasts.checkCall(call);
            arguments.check(call);
            results.checkCall(call);
            forges.checkCall(call);
            waits.check(call.path(), call.executable());
        }
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
        inline.checkReference(getCurrentPath(), tree);
        forges.checkReference(getCurrentPath(), tree);
        places.checkReference(getCurrentPath(), tree);
        references.check(getCurrentPath());
        waits.checkReference(getCurrentPath());
        if (!closes.checkReference(getCurrentPath(), tree)) {
            upcasts.checkReference(getCurrentPath());
            arguments.checkReference(getCurrentPath());
            captures.checkReference(getCurrentPath(), tree);
            captures.checkFunction(getCurrentPath());
        }
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
        results.checkLambda(getCurrentPath(), tree);
        captures.checkFunction(getCurrentPath());
        upcasts.checkLambda(getCurrentPath(), tree);
        return super.visitLambdaExpression(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
        captures.checkIdentifier(getCurrentPath());
        captures.checkThis(getCurrentPath());
        inline.checkIdentifier(getCurrentPath());
        return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
        captures.checkThis(getCurrentPath());
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void none) {
        escapes.checkAssignment(getCurrentPath(), tree);
        upcasts.checkAssignment(getCurrentPath(), tree);
        return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void none) {
        results.checkReturn(getCurrentPath(), tree.getExpression());
        upcasts.checkReturn(getCurrentPath(), tree.getExpression());
        return super.visitReturn(tree, null);
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void none) {
        results.checkYield(getCurrentPath(), tree);
        return super.visitYield(tree, null);
    }

    @Override
    public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void none) {
        forges.checkCast(getCurrentPath(), tree);
        places.checkCast(getCurrentPath(), tree);
        upcasts.checkCast(getCurrentPath(), tree);
        return super.visitTypeCast(tree, null);
    }

    @Override
    public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void none) {
        forges.checkPattern(getCurrentPath(), tree);
        return super.visitBindingPattern(tree, null);
    }

    @Override
    public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void none) {
        places.checkNewArray(getCurrentPath(), tree);
        upcasts.checkNewArray(getCurrentPath(), tree);
        return super.visitNewArray(tree, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void none) {
        upcasts.checkLoop(getCurrentPath(), tree);
        return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void none) {
        closes.checkTry(getCurrentPath(), tree);
        return super.visitTry(tree, null);
    }
}
