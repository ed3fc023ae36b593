package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Where a type may not be a proof, because values there outlive the lock: fields, array elements, type arguments. */
final class PlaceRules {

    private final Code code;
    private final Reporter reporter;
    private final Containers containers;

    PlaceRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.containers = new Containers(code.facts());
    }

    void checkVariable(TreePath path, VariableTree tree) {
        VariableElement variable = code.variable(path);
        if (variable == null || Paths.parent(path) instanceof LambdaExpressionTree) {
            // A lambda's parameters have the types that its interface gives them.
            return;
        }
        TypeMirror type = variable.asType();
        String name = "'" + tree.getName() + "'";
        if (variable.getKind() == ElementKind.FIELD && code.isProof(type)) {
            reporter.report(field(name, type), path);
        } else {
            Optional<Containers.Kept> kept =
                    runsInline(variable) ? containers.inInlineFunction(type) : containers.in(type);
            kept.ifPresent(k -> reporter.report(kept(name, k), path));
        }
    }

    private boolean runsInline(VariableElement variable) {
        // Only a parameter's method is to be trusted: that of a variable in an initialiser is a fake without a type.
        return variable.getKind() == ElementKind.PARAMETER
                && variable.getEnclosingElement() instanceof ExecutableElement method
                && method.getParameters().contains(variable)
                && code.runsInline(method, method.getParameters().indexOf(variable));
    }

    void checkMethod(TreePath path, MethodTree tree) {
        if (tree.getReturnType() != null) {
            checkType(new TreePath(path, tree.getReturnType()));
        }
    }

    void checkClass(TreePath path, ClassTree tree) {
        if (tree.getExtendsClause() != null) {
            checkType(new TreePath(path, tree.getExtendsClause()));
        }
        tree.getImplementsClause().forEach(type -> checkType(new TreePath(path, type)));
    }

    void checkTypeParameter(TreePath path, TypeParameterTree tree) {
        tree.getBounds().forEach(bound -> checkType(new TreePath(path, bound)));
    }

    void checkCast(TreePath path, TypeCastTree tree) {
        if (!isDeclaredSo(path)) {
            checkType(new TreePath(path, tree.getType()));
        }
    }

    void checkNewClass(TreePath path, NewClassTree tree) {
        boolean diamond = tree.getIdentifier() instanceof ParameterizedTypeTree type
                && type.getTypeArguments().isEmpty();
        if (!diamond && !isDeclaredSo(path)) {
            checkType(new TreePath(path, tree.getIdentifier()));
        }
    }

    void checkNewArray(TreePath path, NewArrayTree tree) {
        TypeMirror type = code.type(path);
        if (type != null && tree.getType() != null && !isDeclaredSo(path)) {
            containers.in(type).ifPresent(kept -> reporter.report(kept("this array", kept), path));
        }
    }

    /** {@code LockedAccount[]::new} and {@code ArrayList<LockedAccount>::new} make what could keep proofs. */
    void checkReference(TreePath path, MemberReferenceTree tree) {
        if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW
                && !isDeclaredSo(path)
                && !isDeclaredSo(path.getParentPath())) {
            checkType(new TreePath(path, tree.getQualifierExpression()));
        }
    }

    /** {@code this.<LockedAccount>keep(…)} says it outright. */
    void checkTypeArguments(TreePath path, MethodInvocationTree tree) {
        ExecutableElement method = code.executable(path);
        if (method == null) {
            return;
        }
        List<? extends TypeParameterElement> parameters = method.getTypeParameters();
        for (int i = 0; i < tree.getTypeArguments().size() && i < parameters.size(); i++) {
            TreePath argument = new TreePath(path, tree.getTypeArguments().get(i));
            TypeMirror type = code.type(argument);
            if (type != null
                    && code.isProof(type)
                    && !code.isProof(parameters.get(i).asType())) {
                reporter.report(argument(Names.of(method), type), argument);
            } else {
                checkType(argument);
            }
        }
    }

    /** Tells whether the value goes to a variable whose type is reported for the same reason. */
    private boolean isDeclaredSo(TreePath value) {
        TreePath path = Paths.outside(value).getParentPath();
        TypeMirror type = null;
        if (path.getLeaf() instanceof VariableTree) {
            type = declaredType(path);
        } else if (path.getLeaf() instanceof ReturnTree) {
            Body body = Body.of(path, code);
            type = body.method() == null ? null : body.method().getReturnType();
        }
        return type != null && (containers.keeps(type) || code.isProof(type));
    }

    private @Nullable TypeMirror declaredType(TreePath variable) {
        VariableElement element = code.variable(variable);
        return element == null ? null : element.asType();
    }

    private void checkType(TreePath path) {
        TypeMirror type = code.type(path);
        if (type != null) {
            containers.in(type).ifPresent(kept -> reporter.report(kept("this type", kept), path));
        }
    }

    private static Message field(String name, TypeMirror type) {
        return Message.of(
                        Rule.PROOF_FIELD,
                        "Field " + name + " would keep a " + Names.simple(type) + " after its lock is released.")
                .line("Keep the id, or the Persistent view, and lock it where it is written;")
                .line("or pass the proof to each method that needs it, as a parameter.");
    }

    private static Message kept(String name, Containers.Kept kept) {
        if (kept.inArray()) {
            return Message.of(
                            Rule.PROOF_ARRAY,
                            "The elements of " + name + " would keep a " + Names.simple(kept.proof())
                                    + " after its lock is released.")
                    .line("Take the locks at once with locks.acquireAll(…): its LockedGroup is what proofs are kept"
                            + " in,")
                    .line("or make it an array of what is read only: the Persistent view.");
        }
        return argument("The " + Names.simple(kept.container()) + " of " + name, kept.proof());
    }

    private static Message argument(String keeper, TypeMirror proof) {
        return Message.of(
                        Rule.PROOF_TYPE_ARGUMENT,
                        keeper + " could keep a " + Names.simple(proof) + " after its lock is released.")
                .line("For several proofs take locks.acquireBoth(…) or locks.acquireAll(…): a LockedPair or LockedGroup"
                        + " may hold them.")
                .line("To keep what is read only, name the entity or its Persistent view instead; for a function that"
                        + " is only called on the spot, mark the parameter @RunsInline.");
    }
}
