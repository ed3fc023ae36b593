package dev.lockproof.checker;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.javacutil.TreePathUtil;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/** Puts mismatches into words: what is wrong, why it matters, and the ways out, in the user's own names. */
final class Wording {

    private final WaysOut waysOut;

    Wording(LockproofAnnotatedTypeFactory factory) {
        this.waysOut = new WaysOut(factory);
    }

    String save(Tree argument, ExecutableElement save, Need need, @Nullable TreePath path) {
        String repository = receiver(path, "accounts");
        String entity = need.entity();
        if (need.asksFor("Fresh") && need.isGiven("Locked")) {
            return lines(
                    Names.quoted(argument) + " is locked, but " + Names.qualifiedCall(save)
                            + " stores new entities only.",
                    "Save the proof itself: " + repository + ".save(locked),",
                    "or, with a change, " + repository + ".save(locked.change(" + Names.variable(entity) + " -> …)).");
        }
        String lack = need.asksFor("Fresh") ? " is not known to be new" : " is neither new nor locked";
        return lines(
                Names.quoted(argument) + lack + ", so saving it could overwrite what others wrote.",
                "Lock it, change what was read under the lock, and save that:",
                "try (Locked" + entity + " locked = " + repository + ".lock(id)) { … " + repository
                        + ".save(locked); }",
                waysOut.of(argument, need));
    }

    String saveReference(Tree reference, ExecutableElement save, @Nullable ExecutableElement function) {
        return lines(
                Names.quoted(reference) + " would save whatever it is given, and nothing shows that it is new or locked"
                        + in(function) + ".",
                "If all are new, say so in the type argument, such as List<@Fresh " + Names.firstParameterType(save)
                        + ">.",
                "To change stored ones, lock each of them: for (…) { try (var locked = locks.acquire(…)) { … } }");
    }

    String argument(Tree argument, @Nullable ExecutableElement called, Need need) {
        return asked(Names.quoted(argument), called, need, waysOut.of(argument, need));
    }

    String receiver(MethodInvocationTree call, Need need) {
        ExpressionTree receiver = TreeUtils.getReceiverTree(call);
        ExecutableElement called = TreeUtils.elementFromUse(call);
        return receiver == null ? asked("'this'", called, need, null) : argument(receiver, called, need);
    }

    private static String asked(String what, @Nullable ExecutableElement called, Need need, @Nullable String wayOut) {
        String call = called == null ? "The call" : Names.call(called);
        String first = switch (need.required()) {
            case "Fresh" -> call + " wants a new " + need.entity() + ", and " + what + " may be stored already.";
            case "Writable" ->
                call + " wants " + article(need.entity()) + " that is new or locked, and " + what + " is neither.";
            default -> call + " needs the lock on " + what + ", and nothing shows that it is held here.";
        };
        return lines(first, usualWay(need, call), wayOut);
    }

    String assignment(Tree value, Need need, @Nullable TreePath path) {
        Tree leaf = path == null ? null : path.getLeaf();
        if (leaf instanceof EnhancedForLoopTree loop) {
            return lines(
                    "'" + loop.getVariable().getName() + "' is declared @" + need.required() + ", and the elements of "
                            + Names.quoted(value) + " are not.",
                    "Declare it without @" + need.required() + ".");
        }
        return lines(
                variable(leaf) + " is declared @" + need.required() + ", and " + Names.quoted(value) + " is not.",
                "Declare it without @" + need.required() + ", or give it "
                        + (need.asksFor("Fresh") ? "a new " + need.entity() : "the proof") + ".",
                waysOut.of(value, need));
    }

    private static String variable(@Nullable Tree assignment) {
        if (assignment instanceof VariableTree declared) {
            return "'" + declared.getName() + "'";
        }
        return assignment instanceof AssignmentTree assigned ? Names.quoted(assigned.getVariable()) : "The variable";
    }

    String result(Tree value, Need need, @Nullable TreePath path) {
        MethodTree method = path == null || lambdaAround(path) ? null : TreePathUtil.enclosingMethod(path);
        String name = method == null ? "The lambda" : method.getName() + "()";
        if (need.asksFor("PolyLocked")) {
            return lines(
                    name + " gives what is known about its own " + need.entity() + ", and " + Names.quoted(value)
                            + " may be another one.",
                    "Declare the result '@MaybeUnlocked " + need.entity() + "', so that nothing is promised.");
        }
        return lines(
                name + " promises a @" + need.required() + " " + need.entity() + ", and " + Names.quoted(value)
                        + " is not.",
                "Return what is @" + need.required() + ", or drop the promise from the declaration.",
                waysOut.of(value, need));
    }

    String parts(Tree value, Need need) {
        return lines(
                Names.quoted(value) + " is '" + need.foundType() + "', where '" + need.requiredType()
                        + "' is asked for.",
                "What is known about the elements of a collection is part of its type, and can't be added later:",
                "write the qualifier where the collection is made, or ask for less here.");
    }

    String typeArgument(Need need) {
        return lines(
                "The type argument is '" + need.foundType() + "', and its type parameter asks for '"
                        + need.requiredType() + "'.",
                "Write the qualifier in the type argument, or drop it from the type parameter.");
    }

    String lambdaParameter(Tree parameter, Need need) {
        return lines(
                "The lambda asks for a @" + need.required() + " " + need.entity()
                        + ", and whoever calls it gives one that may be unlocked.",
                "Drop the qualifier, or use a functional interface of your own whose parameter is @" + need.required()
                        + ".");
    }

    String overrideParameter(String parameter, ExecutableElement overrider, ExecutableElement overridden) {
        return lines(
                "'" + parameter + "' asks for more in " + Names.qualifiedCall(overrider) + " than in "
                        + Names.qualifiedCall(overridden) + ", which callers may see instead.",
                "Write the qualifier in " + Names.qualifiedCall(overridden) + " too, or drop it here.");
    }

    String overrideReturn(ExecutableElement overrider, ExecutableElement overridden) {
        return lines(
                Names.qualifiedCall(overrider) + " promises less about its result than "
                        + Names.qualifiedCall(overridden) + ", which callers may see instead.",
                "Write the same qualifier here, or drop it in " + Names.qualifiedCall(overridden) + ".");
    }

    String methodReference(Tree reference, ExecutableElement method, @Nullable ExecutableElement function) {
        return lines(
                Names.quoted(reference) + " doesn't fit: what " + Names.qualifiedCall(method)
                        + " asks for or promises is not what is known" + in(function) + ".",
                "Use a functional interface whose method carries the same qualifiers,",
                "or call " + Names.call(method) + " where the lock is held.");
    }

    String cast(Tree place, Need need) {
        return lines(
                need.isAboutValue()
                        ? "This makes a @" + need.required() + " " + need.entity() + " out of one that is not."
                        : "This makes '" + need.requiredType() + "' out of '" + need.foundType() + "'.",
                "A cast may forget what is known, never add to it: only new and a lock can.");
    }

    private static String usualWay(Need need, String call) {
        return need.asksFor("Fresh")
                ? "Pass a new " + need.entity() + "."
                : "Lock it first: try (Locked" + need.entity() + " locked = locks.acquire(…)) { … " + call + " … }";
    }

    private static String article(String noun) {
        return ("AEIOU".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String in(@Nullable ExecutableElement function) {
        return function == null ? "" : " in " + Names.qualifiedCall(function);
    }

    private static String receiver(@Nullable TreePath path, String otherwise) {
        if (path != null && path.getLeaf() instanceof MethodInvocationTree call) {
            Tree receiver = TreeUtils.getReceiverTree(call);
            return receiver == null ? "this" : Names.plain(receiver);
        }
        return otherwise;
    }

    private static boolean lambdaAround(TreePath path) {
        Tree owner = TreePathUtil.enclosingMethodOrLambda(path);
        return owner instanceof LambdaExpressionTree;
    }

    private static String lines(@Nullable String... lines) {
        return Stream.of(lines).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
