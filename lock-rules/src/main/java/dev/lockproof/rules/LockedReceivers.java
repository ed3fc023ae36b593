package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Finds what is done with {@code this} in methods that ask for its lock: {@code void settle(@Locked Account this)}. */
final class LockedReceivers {

    private final Code code;

    LockedReceivers(Code code) {
        this.code = code;
    }

    /** Tells whether a tree is a locked {@code this}, or calls a method on it. Its fields can be read without the lock. */
    boolean isUse(TreePath path) {
        return isThis(path) ? !isField(path.getParentPath()) : isCalledOnThis(path);
    }

    /** Tells whether a tree is {@code this}, {@code super} or {@code Account.this}, in whatever method. */
    boolean isThis(TreePath path) {
        if (path.getLeaf() instanceof IdentifierTree name) {
            return name.getName().contentEquals("this") || name.getName().contentEquals("super");
        }
        return path.getLeaf() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("this")
                && code.type(path) instanceof DeclaredType type
                && isOfThis((TypeElement) type.asElement(), path);
    }

    private boolean isField(TreePath user) {
        Element member = user.getLeaf() instanceof MemberSelectTree ? code.element(user) : null;
        return member != null && member.getKind() == ElementKind.FIELD;
    }

    private boolean isCalledOnThis(TreePath path) {
        return path.getLeaf() instanceof IdentifierTree
                && Paths.parent(path) instanceof MethodInvocationTree call
                && call.getMethodSelect() == path.getLeaf()
                && code.element(path) instanceof ExecutableElement method
                && !method.getModifiers().contains(Modifier.STATIC)
                && isOfThis(Members.owner(method), path);
    }

    /** An inner class may also call what is around it. */
    private boolean isOfThis(TypeElement owner, TreePath path) {
        TreePath around = path;
        while (!(around.getLeaf() instanceof ClassTree)) {
            around = around.getParentPath();
        }
        return code.element(around) instanceof TypeElement type
                && (type.equals(owner) || Overrides.supertypes(type).contains(owner));
    }

    /** Gives the outermost lambda that may run later around a use; null if there is none, or {@code this} isn't locked. */
    @Nullable
    TreePath capturer(TreePath use) {
        if (!isLockedAt(use)) {
            return null;
        }
        TreePath by = null;
        for (TreePath path = use; !(path.getLeaf() instanceof MethodTree); path = path.getParentPath()) {
            if (path.getLeaf() instanceof LambdaExpressionTree && InlineCalls.of(path, code) == null) {
                by = path;
            }
        }
        return by;
    }

    /** Tells whether the method around a tree asks for the lock. A class in it has another {@code this}. */
    boolean isLockedAt(TreePath tree) {
        TreePath path = tree;
        while (!(path.getLeaf() instanceof MethodTree) && !(path.getLeaf() instanceof ClassTree)) {
            path = path.getParentPath();
        }
        return path.getLeaf() instanceof MethodTree && code.receiverHolds(path);
    }
}
