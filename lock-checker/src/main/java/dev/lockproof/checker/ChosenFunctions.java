package dev.lockproof.checker;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedWildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what is asked of a lambda or method reference that is an arm of a choice, {@code ?:}.
 *
 * <p>The framework derives it from the arms themselves, which know nothing of the qualifiers that are asked for.
 */
final class ChosenFunctions {

    private final IdentityHashMap<Tree, AnnotatedDeclaredType> targets = new IdentityHashMap<>();

    static boolean isFunction(ExpressionTree expression) {
        return expression instanceof LambdaExpressionTree || expression instanceof MemberReferenceTree;
    }

    /** Notes the type of what a choice is assigned to, before its arms are visited. */
    void expect(ExpressionTree arm, AnnotatedTypeMirror target) {
        if (isFunction(arm) && target instanceof AnnotatedDeclaredType declared) {
            // The framework comes back to the arms of a switch, and then gives the type of the switch by itself.
            targets.putIfAbsent(arm, withoutWildcards(declared));
        }
    }

    /** Gives the type that a function has to have, if it is an arm of a choice. */
    @Nullable
    AnnotatedDeclaredType targetOf(Tree function) {
        return targets.get(function);
    }

    IdentityHashMap<Tree, AnnotatedDeclaredType> copy() {
        return new IdentityHashMap<>(targets);
    }

    void reset(IdentityHashMap<Tree, AnnotatedDeclaredType> all) {
        targets.clear();
        targets.putAll(all);
    }

    /** Forgets a class that has been visited. */
    void clear() {
        targets.clear();
    }

    /** What a function takes and gives is described by the bounds of the wildcards: Java Language Specification, 9.9. */
    private static AnnotatedDeclaredType withoutWildcards(AnnotatedDeclaredType type) {
        AnnotatedDeclaredType ground = type.deepCopy();
        List<AnnotatedTypeMirror> arguments = new ArrayList<>();
        for (AnnotatedTypeMirror argument : ground.getTypeArguments()) {
            arguments.add(argument instanceof AnnotatedWildcardType wildcard ? bound(wildcard) : argument);
        }
        ground.setTypeArguments(arguments);
        return ground;
    }

    private static AnnotatedTypeMirror bound(AnnotatedWildcardType wildcard) {
        return wildcard.getUnderlyingType().getSuperBound() == null
                ? wildcard.getExtendsBound()
                : wildcard.getSuperBound();
    }
}
