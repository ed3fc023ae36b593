package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/** Visits a class once and shows each tree to the rules that it can matter to. */
final class Walker extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Code code;
    private final AcquireRules acquire;
    private final EffectRules effects;

    Walker(Code code, Reporter reporter) {
        this.code = code;
        this.acquire = new AcquireRules(code, reporter);
        this.effects = new EffectRules(code, reporter);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
        effects.checkClass(getCurrentPath());
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
        effects.checkMethod(getCurrentPath(), tree);
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
        checkCall();
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
        checkCall();
        return super.visitNewClass(tree, null);
    }

    private void checkCall() {
        Call call = Call.at(getCurrentPath(), code);
        if (call != null) {
            acquire.check(call);
        }
    }
}
