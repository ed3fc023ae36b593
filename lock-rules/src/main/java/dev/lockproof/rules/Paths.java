package dev.lockproof.rules;

import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;

/** Walks over trees that change nothing about the value in them. */
final class Paths {

    private Paths() {}

    /** Goes down through parentheses. */
    static TreePath inside(TreePath expression) {
        TreePath path = expression;
        while (path.getLeaf() instanceof ParenthesizedTree parenthesized) {
            path = new TreePath(path, parenthesized.getExpression());
        }
        return path;
    }

    /** Goes down through parentheses and casts. */
    static TreePath value(TreePath expression) {
        TreePath path = inside(expression);
        while (path.getLeaf() instanceof TypeCastTree cast) {
            path = inside(new TreePath(path, cast.getExpression()));
        }
        return path;
    }

    /** Goes up through parentheses: gives the path whose parent is the tree that uses the value. */
    static TreePath outside(TreePath expression) {
        TreePath path = expression;
        while (path.getParentPath().getLeaf() instanceof ParenthesizedTree) {
            path = path.getParentPath();
        }
        return path;
    }

    /** Goes up through parentheses and casts. */
    static TreePath outsideCasts(TreePath expression) {
        TreePath path = expression;
        while (parent(path) instanceof ParenthesizedTree || parent(path) instanceof TypeCastTree) {
            path = path.getParentPath();
        }
        return path;
    }

    static Tree parent(TreePath path) {
        return path.getParentPath().getLeaf();
    }
}
