package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * The piece of code that some tree runs in. What runs inline belongs to the code around it, unless it may run what belongs
 * there too: that would take its locks under those of such a function.
 *
 * @param path the method, the lambda, or the class of an initialiser
 * @param kind which of them
 * @param method the method; for a lambda, the method of its functional interface; null if unknown or an initialiser
 */
record Body(TreePath path, Kind kind, @Nullable ExecutableElement method) {

    enum Kind {
        METHOD,
        LAMBDA,
        INITIALIZER
    }

    static Body of(TreePath path, Code code) {
        TreePath p = path.getParentPath();
        while (true) {
            if (p.getLeaf() instanceof MethodTree) {
                return new Body(p, Kind.METHOD, code.executable(p));
            }
            if (p.getLeaf() instanceof LambdaExpressionTree && !InlineCalls.isPartOfSurroundings(p, code)) {
                return new Body(p, Kind.LAMBDA, code.functionalMethod(p));
            }
            if (p.getLeaf() instanceof ClassTree) {
                return new Body(p, Kind.INITIALIZER, null);
            }
            p = p.getParentPath();
        }
    }

    /** Tells whether this code may take locks. */
    boolean mayAcquire(Code code) {
        return method != null && (code.acquires(method) || code.isInferred(method));
    }
}
