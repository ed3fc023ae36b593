package dev.lockproof.rules;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Where {@code @Locked} may be written: where a lock is known to be held, and not to make one up. */
final class LockedRules {

    private final Code code;
    private final Reporter reporter;

    LockedRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
    }

    void checkAnnotation(TreePath path, AnnotationTree tree) {
        Element type = code.element(new TreePath(path, tree.getAnnotationType()));
        if (type instanceof TypeElement element && element.getQualifiedName().contentEquals(Annotations.LOCKED)) {
            check(path);
        }
    }

    private void check(TreePath annotation) {
        TreePath owner = annotation.getParentPath().getParentPath();
        Tree annotated = annotation.getParentPath().getLeaf();
        if (annotated instanceof AnnotatedTypeTree) {
            if (owner.getLeaf() instanceof TypeCastTree cast) {
                checkCast(annotation, owner, cast.getExpression());
                return;
            }
            if (owner.getLeaf() instanceof IntersectionTypeTree
                    && owner.getParentPath().getLeaf() instanceof TypeCastTree cast) {
                checkCast(annotation, owner.getParentPath(), cast.getExpression());
                return;
            }
            if (owner.getLeaf() instanceof NewClassTree creation && creation.getIdentifier() == annotated) {
                reporter.report(created(), annotation);
                return;
            }
            boolean isVariableType =
                    owner.getLeaf() instanceof VariableTree variable && variable.getType() == annotated;
            boolean isReturnType = owner.getLeaf() instanceof MethodTree method && method.getReturnType() == annotated;
            if (!isVariableType && !isReturnType) {
                reporter.report(location("inside another type"), annotation);
                return;
            }
        }
        if (owner.getLeaf() instanceof VariableTree) {
            checkVariable(annotation, owner);
        } else if (owner.getLeaf() instanceof MethodTree) {
            checkReturn(annotation, owner);
        } else if (owner.getLeaf() instanceof ClassTree) {
            reporter.report(location("on a class"), annotation);
        } else {
            reporter.report(location("on a type parameter"), annotation);
        }
    }

    private void checkVariable(TreePath annotation, TreePath path) {
        VariableElement variable = code.variable(path);
        if (variable == null) {
            return;
        }
        if (variable.getKind() == ElementKind.FIELD) {
            reporter.report(location("on a field"), annotation);
        } else if (variable.asType().getKind() == TypeKind.ARRAY) {
            reporter.report(location("on the elements of an array"), annotation);
        } else if (variable.getKind() == ElementKind.BINDING_VARIABLE) {
            checkPattern(annotation, path);
        }
    }

    private void checkPattern(TreePath annotation, TreePath variable) {
        TreePath tested = Patterns.tested(variable);
        if (tested == null || !isLocked(tested)) {
            reporter.report(cast("pattern"), annotation);
        }
    }

    private void checkCast(TreePath annotation, TreePath cast, ExpressionTree operand) {
        if (!isLocked(new TreePath(cast, operand))) {
            reporter.report(cast("cast"), annotation);
        }
    }

    private boolean isLocked(TreePath expression) {
        TreePath path = Paths.inside(expression);
        Element element = code.element(path);
        return code.isProof(path)
                || path.getLeaf().getKind() == Tree.Kind.NULL_LITERAL
                || (element instanceof VariableElement variable && code.holds(variable))
                || (element instanceof ExecutableElement method && code.facts().returnsLocked(method));
    }

    private void checkReturn(TreePath annotation, TreePath path) {
        ExecutableElement method = code.executable(path);
        if (method == null) {
            return;
        }
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            reporter.report(location("on a constructor"), annotation);
        } else if (method.getReturnType().getKind() == TypeKind.ARRAY) {
            reporter.report(location("on the elements of an array"), annotation);
        } else if (!hasLender(path, method)) {
            reporter.report(nothingToBorrow(method), annotation);
        }
    }

    private boolean hasLender(TreePath path, ExecutableElement method) {
        return code.anyHolds(method.getParameters())
                || code.isProof(Members.owner(method).asType())
                || code.receiverHolds(path);
    }

    private static Message location(String where) {
        return Message.of(
                        Rule.LOCKED_LOCATION, "@Locked " + where + " promises a lock that nobody can know to be held.")
                .line("A lock is held for a try block, so @Locked belongs on parameters and local variables.")
                .line("Remove it here, and ask for a @Locked parameter where the value is written.");
    }

    private static Message nothingToBorrow(ExecutableElement method) {
        return Message.of(
                        Rule.LOCKED_LOCATION,
                        Names.of(method) + " returns a @Locked value, and no parameter brings the lock.")
                .line("Its caller would hold a value whose lock is released. Add a @Locked parameter that the result is"
                        + " taken from,")
                .line("or return the proof from a method that is marked @AcquiresLock: return locks.acquire(…).");
    }

    private static Message cast(String what) {
        return Message.of(Rule.LOCKED_CAST, "This " + what + " says @Locked about a value of which it isn't known.")
                .line("Nothing checks it at run time. Take the lock: try (var locked = locks.acquire(…)) { … },")
                .line("or make the value a @Locked parameter, so that the caller has to hold the lock.");
    }

    private static Message created() {
        return Message.of(Rule.LOCKED_CAST, "A new object is not locked: nobody else can see it yet.")
                .line("Remove @Locked: a new object is @Fresh and may be saved as it is.");
    }
}
