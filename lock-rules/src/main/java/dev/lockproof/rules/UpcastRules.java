package dev.lockproof.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** A proof doesn't become a plain {@code AutoCloseable}: as such it could be closed unseen. */
final class UpcastRules {

    private final Code code;
    private final Reporter reporter;
    private final Containers containers;
    private final @Nullable TypeMirror closeable;

    UpcastRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.containers = new Containers(code.facts());
        TypeElement element = code.elements().getTypeElement("java.lang.AutoCloseable");
        this.closeable = element == null ? null : element.asType();
    }

    void checkCall(Call call) {
        for (int i = 0; i < call.arguments().size(); i++) {
            check(call.argument(i), parameterType(call, call.parameterAt(i)));
        }
    }

    private @Nullable TypeMirror parameterType(Call call, int index) {
        ExecutableElement executable = call.executable();
        TypeMirror declared =
                element(executable, executable.getParameters().get(index).asType());
        if (declared instanceof TypeVariable variable && !code.isProof(variable) && isCloseable(variable)) {
            // <T extends AutoCloseable> is how a helper that closes things declares it.
            return variable.getUpperBound();
        }
        ExecutableType type = call.instantiated(code);
        return type == null
                ? declared
                : element(executable, type.getParameterTypes().get(index));
    }

    private static TypeMirror element(ExecutableElement executable, TypeMirror parameter) {
        return executable.isVarArgs() && parameter instanceof ArrayType array ? array.getComponentType() : parameter;
    }

    void checkVariable(TreePath path, VariableTree tree) {
        VariableElement variable = code.variable(path);
        if (tree.getInitializer() != null && variable != null) {
            check(new TreePath(path, tree.getInitializer()), variable.asType());
        }
    }

    void checkAssignment(TreePath path, AssignmentTree tree) {
        check(new TreePath(path, tree.getExpression()), code.type(path, tree.getVariable()));
    }

    void checkCast(TreePath path, TypeCastTree tree) {
        check(new TreePath(path, tree.getExpression()), code.type(path));
    }

    void checkNewArray(TreePath path, NewArrayTree tree) {
        if (tree.getInitializers() != null && code.type(path) instanceof ArrayType array) {
            tree.getInitializers().forEach(value -> check(new TreePath(path, value), array.getComponentType()));
        }
    }

    void checkLoop(TreePath path, EnhancedForLoopTree tree) {
        TreePath iterated = new TreePath(path, tree.getExpression());
        TypeMirror type = code.type(iterated);
        VariableElement variable = code.variable(new TreePath(path, tree.getVariable()));
        if (type != null
                && variable != null
                && (code.isProof(type) || containers.keeps(type))
                && isPlain(variable.asType())) {
            reporter.report(upcast(iterated, variable.asType()), iterated);
        }
    }

    void checkReturn(TreePath path, @Nullable ExpressionTree value) {
        TreePath function = EscapeRules.functionAround(path);
        if (value != null && function != null) {
            check(new TreePath(path, value), resultOf(function));
        }
    }

    void checkLambda(TreePath path, LambdaExpressionTree tree) {
        if (tree.getBody() instanceof ExpressionTree value) {
            check(new TreePath(path, value), resultOf(path));
        }
    }

    private @Nullable TypeMirror resultOf(TreePath function) {
        if (function.getLeaf() instanceof LambdaExpressionTree) {
            ExecutableElement method = code.functionalMethod(function);
            return method == null ? null : code.resultOf(function, method);
        }
        ExecutableElement method = code.executable(function);
        return method == null ? null : method.getReturnType();
    }

    private void check(TreePath value, @Nullable TypeMirror target) {
        if (target == null || code.isProof(target)) {
            return;
        }
        boolean plain = isPlain(target);
        if (!plain && !hasPlainInside(target)) {
            return;
        }
        for (TreePath one : Values.of(value)) {
            TypeMirror type = code.type(one);
            if (type != null && (plain ? code.isProof(type) : containers.keeps(type))) {
                reporter.report(upcast(one, target), one);
            }
        }
    }

    /** In a {@code List<? extends AutoCloseable>} a proof can be closed as well. */
    private boolean hasPlainInside(TypeMirror target) {
        if (target instanceof ArrayType array) {
            return isPlain(array.getComponentType());
        }
        return target instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(argument -> {
                    TypeMirror bound =
                            argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument;
                    return bound != null && isPlain(bound);
                });
    }

    private boolean isPlain(TypeMirror type) {
        return !code.isProof(type) && isCloseable(type);
    }

    private boolean isCloseable(TypeMirror type) {
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream().anyMatch(this::isCloseable);
        }
        if (type instanceof TypeVariable variable) {
            return isCloseable(variable.getUpperBound());
        }
        return closeable != null
                && type instanceof DeclaredType
                && code.types().isSubtype(code.types().erasure(type), closeable);
    }

    private static Message upcast(TreePath value, TypeMirror target) {
        return CloseRules.closed("'" + Paths.value(value).getLeaf() + "' becomes a plain " + Names.simple(target)
                + ", which can be closed unseen");
    }
}
