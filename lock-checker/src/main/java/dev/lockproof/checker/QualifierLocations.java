package dev.lockproof.checker;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Refuses qualifiers where they could not be true.
 *
 * <p>What may be locked lives in parameters and locals only, which end before the lock does. A field, an array or a
 * collection doesn't; and a class, a constructor or a default says something about values that nobody has seen.
 *
 * <p>The places of {@code @Locked} itself are known to the rules, which need no qualifiers for that.
 */
final class QualifierLocations extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Faults faults;
    private final Borrowing borrowing;

    QualifierLocations(Faults faults, Borrowing borrowing) {
        this.faults = faults;
        this.borrowing = borrowing;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void unused) {
        String qualifier = WrittenQualifiers.nameOf(annotation);
        String problem = qualifier == null
                ? WrittenQualifiers.isStrongDefault(annotation) ? "No entity is locked or new by default." : null
                : problem(annotation, qualifier);
        if (problem != null) {
            faults.report(
                    getCurrentPath(),
                    annotation,
                    QualifierRule.LOCKED_LOCATION,
                    problem + "\nA qualifier says what is known about one value, for as long as the value can be used:"
                            + "\nwrite it on a parameter, on a local variable with its initialiser, or on a result.");
        }
        return super.visitAnnotation(annotation, null);
    }

    private @Nullable String problem(AnnotationTree annotation, String qualifier) {
        if (qualifier.equals("LockedBottom")) {
            return "@LockedBottom is the type of null and can't be written.";
        }
        if (isNotTheFirst(annotation)) {
            return "There is another qualifier already: a value has one.";
        }
        TreePath parent = getCurrentPath().getParentPath();
        Tree owner = parent.getLeaf();
        TreePath around = parent.getParentPath();
        if (qualifier.equals("Locked")) {
            return null;
        }
        if (owner instanceof TypeParameterTree) {
            return "A type parameter stands for types, not for values.";
        }
        if (owner instanceof ModifiersTree) {
            return onDeclaration(around, qualifier);
        }
        return owner instanceof AnnotatedTypeTree type ? onType(type, around, qualifier) : null;
    }

    private boolean isNotTheFirst(AnnotationTree annotation) {
        Tree owner = getCurrentPath().getParentPath().getLeaf();
        List<? extends AnnotationTree> all = owner instanceof ModifiersTree modifiers
                ? modifiers.getAnnotations()
                : owner instanceof AnnotatedTypeTree type ? type.getAnnotations() : List.of();
        for (AnnotationTree other : all) {
            if (WrittenQualifiers.nameOf(other) != null) {
                return other != annotation;
            }
        }
        return false;
    }

    private @Nullable String onDeclaration(TreePath declaration, String qualifier) {
        Tree tree = declaration.getLeaf();
        if (tree instanceof ClassTree type) {
            return "Not every " + type.getSimpleName() + " is @" + qualifier + ".";
        }
        if (tree instanceof MethodTree method) {
            return onMethod(declaration, method, qualifier);
        }
        return tree instanceof VariableTree variable ? onVariable(variable, variable.getType(), qualifier) : null;
    }

    private @Nullable String onMethod(TreePath path, MethodTree method, String qualifier) {
        if (method.getReturnType() == null) {
            return "What a constructor makes is @Fresh, without being told.";
        }
        if (method.getReturnType() instanceof ArrayTypeTree && mayBeLocked(qualifier)) {
            return inside("An array", qualifier);
        }
        return qualifier.equals("PolyLocked") && !borrowing.isPossible(path, method)
                ? method.getName() + "() has no @PolyLocked parameter whose qualifier it could hand on."
                : null;
    }

    private @Nullable String onVariable(VariableTree variable, @Nullable Tree type, String qualifier) {
        if (!mayBeLocked(qualifier)) {
            return null;
        }
        if (type instanceof ArrayTypeTree) {
            return inside("An array", qualifier);
        }
        if (TreeUtils.elementFromDeclaration(variable).getKind().isField()) {
            return inside("A field", qualifier);
        }
        return null;
    }

    private @Nullable String onType(AnnotatedTypeTree type, TreePath around, String qualifier) {
        Tree place = around.getLeaf();
        if (place instanceof ClassTree) {
            return "What a class extends is not one value.";
        }
        if (place instanceof VariableTree variable && variable.getType() == type) {
            return onVariable(variable, type.getUnderlyingType(), qualifier);
        }
        if (place instanceof MethodTree method && method.getReturnType() == type) {
            return onMethod(around, method, qualifier);
        }
        if (!mayBeLocked(qualifier)) {
            return null;
        }
        if (place instanceof ParameterizedTypeTree || place instanceof WildcardTree) {
            return inside("A collection, or whatever else is generic,", qualifier);
        }
        if (place instanceof TypeParameterTree || isTypeArgument(type, place)) {
            return inside("Generic code", qualifier);
        }
        boolean array = place instanceof ArrayTypeTree
                || place instanceof NewArrayTree
                || type.getUnderlyingType() instanceof ArrayTypeTree;
        return array ? inside("An array", qualifier) : null;
    }

    /** {@code this.<@Writable Account>keep(…)}: what is written here isn't inferred, so it isn't forgotten either. */
    private static boolean isTypeArgument(AnnotatedTypeTree type, Tree place) {
        List<? extends Tree> arguments = place instanceof MethodInvocationTree call
                ? call.getTypeArguments()
                : place instanceof NewClassTree creation
                        ? creation.getTypeArguments()
                        : place instanceof MemberReferenceTree reference ? reference.getTypeArguments() : null;
        return arguments != null && arguments.contains(type);
    }

    private static boolean mayBeLocked(String qualifier) {
        return !qualifier.equals("Fresh") && !qualifier.equals("MaybeUnlocked");
    }

    private static String inside(String keeper, String qualifier) {
        return keeper + " may keep its entities after the lock is released, so they can't be @" + qualifier + ".";
    }
}
