package dev.lockproof.rules;

import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What a declaration may say about its effect. */
final class EffectRules {

    private final Code code;
    private final Reporter reporter;

    EffectRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
    }

    void checkMethod(TreePath path) {
        ExecutableElement method = code.executable(path);
        if (method == null || !code.facts().acquires(method)) {
            return;
        }
        Optional<ExecutableElement> lockFree = lockFreeOverridden(method, code);
        Optional<? extends VariableElement> proof =
                method.getParameters().stream().filter(code::holds).findFirst();
        if (RecordAccessors.isAccessor(method)) {
            reporter.report(accessor(method), path);
        } else if (proof.isPresent()) {
            reporter.report(contradiction(method, "'" + proof.get().getSimpleName() + "'"), path);
        } else if (code.receiverHolds(path)) {
            reporter.report(contradiction(method, "'this'"), path);
        } else if (lockFree.isPresent()) {
            reporter.report(override(method, lockFree.get(), code), path);
        } else {
            code.overrides().of(method).stream()
                    .filter(overridden -> hides(method, overridden))
                    .findFirst()
                    .ifPresent(overridden -> reporter.report(hidden(method, overridden), path));
        }
    }

    void checkClass(TreePath path) {
        if (!(code.element(path) instanceof TypeElement type)) {
            return;
        }
        if (type.getKind() == ElementKind.RECORD) {
            checkImplicitAccessors(path, type);
        }
        checkInherited(path, type);
    }

    /** An annotation on a record component goes to an accessor that stands nowhere in the source. */
    private void checkImplicitAccessors(TreePath path, TypeElement record) {
        for (RecordComponentElement component : record.getRecordComponents()) {
            ExecutableElement accessor = component.getAccessor();
            if (accessor != null && code.facts().acquires(accessor) && code.declaration(accessor) == null) {
                reporter.report(accessor(accessor), path);
            }
        }
    }

    private void checkInherited(TreePath path, TypeElement type) {
        for (Overrides.Inherited inherited : code.overrides().inheritedBy(type)) {
            if (code.facts().acquires(inherited.method()) && !code.facts().acquires(inherited.implemented())) {
                reporter.report(inherited(type, inherited.method(), inherited.implemented()), path);
            } else if (code.facts().acquires(inherited.method())
                    && hides(inherited.method(), inherited.implemented())) {
                reporter.report(hidden(inherited.method(), inherited.implemented()), path);
            }
        }
    }

    /** Whoever calls the overridden method gets a lock, and nothing tells that it has to be released. */
    private boolean hides(ExecutableElement method, ExecutableElement overridden) {
        return code.facts().isProof(method.getReturnType()) && !code.facts().isProof(overridden.getReturnType());
    }

    /** Gives the first overridden method that takes no lock. */
    static Optional<ExecutableElement> lockFreeOverridden(ExecutableElement method, Code code) {
        return code.overrides().of(method).stream()
                .filter(overridden -> !code.acquires(overridden))
                .findFirst();
    }

    static Message accessor(ExecutableElement method) {
        return Message.of(
                        Rule.EFFECT_RECORD_ACCESSOR,
                        Names.qualified(method)
                                + " takes a lock, and it is a record's accessor, which patterns call unseen.")
                .line("Take the lock in a method with another name.");
    }

    static Message override(ExecutableElement method, ExecutableElement overridden, Code code) {
        Message message = Message.of(
                        Rule.EFFECT_OVERRIDE,
                        Names.qualified(method) + " takes a lock, and " + Names.qualified(overridden)
                                + ", which it overrides, doesn't.")
                .line("Code that only knows " + Names.owner(overridden) + " may call it while it holds a lock.");
        return code.declaration(overridden) != null
                ? message.line("Mark " + Names.qualified(overridden) + " with @AcquiresLock too,")
                        .line("or take the lock in a method of its own.")
                : message.line("Take the lock in a method of its own; for a task of another thread, use"
                        + " Locks.detached(() -> …).");
    }

    private static Message inherited(TypeElement type, ExecutableElement method, ExecutableElement implemented) {
        boolean anonymous = type.getSimpleName().length() == 0;
        return Message.of(
                        Rule.EFFECT_INHERITED,
                        (anonymous ? "This class" : type.getSimpleName()) + " inherits " + Names.qualified(method)
                                + ", which takes a lock, to" + " implement " + Names.qualified(implemented)
                                + ", which doesn't.")
                .line("Code that only knows " + Names.owner(implemented) + " may call it while it holds a lock."
                        + " Mark " + Names.qualified(implemented) + " with @AcquiresLock if it is yours,")
                .line("or override " + Names.of(method) + " in " + (anonymous ? "it" : type.getSimpleName())
                        + " without a lock.");
    }

    private static Message hidden(ExecutableElement method, ExecutableElement overridden) {
        return Message.of(
                        Rule.ACQUIRE_NOT_RESOURCE,
                        Names.qualified(method) + " hands out a lock, and " + Names.qualified(overridden)
                                + ", which it overrides, doesn't say so.")
                .line("Code that only knows " + Names.owner(overridden) + " would not release it. Let "
                        + Names.qualified(overridden) + " return a proof too, such as LockProof<…>,")
                .line("or take the lock in a method of another name.");
    }

    private static Message contradiction(ExecutableElement method, String proof) {
        return Message.of(
                        Rule.EFFECT_CONTRADICTION,
                        Names.of(method) + " takes a lock, and needs " + proof + ", which already holds one.")
                .line("Nobody can call it: with a lock in hand no other can be taken. Remove @AcquiresLock and work"
                        + " under the lock of " + proof + ",")
                .line("or take the id instead of the proof and lock it inside, or take both locks at once before:"
                        + " locks.acquireBoth(…).");
    }
}
