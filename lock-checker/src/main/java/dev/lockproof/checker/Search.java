package dev.lockproof.checker;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Looks in a class or a member for anything that a qualifier can come from, and stops at the first. Used once. */
abstract class Search extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final TreePath root;
    private boolean found;

    Search(TreePath root) {
        this.root = root;
    }

    final boolean succeeds() {
        scan(root.getLeaf(), null);
        return found;
    }

    /** Ends the search if something was found. */
    final void endIf(boolean isFound) {
        found |= isFound;
    }

    /** The compiler finds a tree's type and element without the path to it. */
    final TreePath here(Tree tree) {
        return new TreePath(root, tree);
    }

    /** Tells whether an expression by itself is what is looked for. */
    abstract boolean isFoundIn(ExpressionTree expression);

    @Override
    public final @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (!found && tree instanceof ExpressionTree expression) {
            found = isFoundIn(expression);
        }
        return found ? null : super.scan(tree, null);
    }

    @Override
    public final @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void unused) {
        endIf(WrittenQualifiers.nameOf(annotation) != null || WrittenQualifiers.isStrongDefault(annotation));
        return null;
    }
}
