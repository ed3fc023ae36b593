package dev.lockproof.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
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
            TreePath argument = call.argument(i);
            TypeMirror declared = declaredType(call, call.parameterAt(i));
            TypeMirror type = parameterType(call, call.parameterAt(i));
            boolean found = check(argument, type) || (declared != type && check(argument, declared));
            if (!found && type != null && holdsProof(type)) {
                checkFunction(argument);
            }
        }
    }

    private static TypeMirror declaredType(Call call, int index) {
        ExecutableElement executable = call.executable();
        return element(executable, executable.getParameters().get(index).asType());
    }

    private @Nullable TypeMirror parameterType(Call call, int index) {
        ExecutableElement executable = call.executable();
        TypeMirror declared = declaredType(call, index);
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

    /** A lambda that says that its parameter is a plain one gets proofs, where they are what it is called with. */
    private void checkFunction(TreePath argument) {
        for (TreePath one : Values.of(argument)) {
            if (one.getLeaf() instanceof LambdaExpressionTree lambda) {
                for (VariableTree parameter : lambda.getParameters()) {
                    TreePath place = new TreePath(one, parameter);
                    VariableElement variable = code.variable(place);
                    if (variable != null && isPlain(variable.asType())) {
                        reporter.report(upcast("'" + parameter.getName() + "'", variable.asType()), place);
                    }
                }
            }
        }
    }

    /** A reference to a method that takes, or whose caller gets, a plain one. */
    void checkReference(TreePath path) {
        ExecutableElement method = code.executable(path);
        ExecutableElement function = code.functionalMethod(path);
        if (method == null || function == null || !(code.type(path) instanceof DeclaredType type)) {
            return;
        }
        String name = "'" + path.getLeaf() + "'";
        TypeMirror result = code.resultOf(path, function);
        if (result != null && isPlain(result) && code.isProof(method.getReturnType())) {
            reporter.report(upcast("What " + name + " gives", result), path);
        } else if (code.types().asMemberOf(type, function) instanceof ExecutableType called) {
            List<? extends TypeMirror> given = called.getParameterTypes();
            List<? extends VariableElement> taken = method.getParameters();
            int shift = given.size() - taken.size(); // by one where the first is what the method is called on
            for (int i = 0; i < taken.size() && shift >= 0; i++) {
                TypeMirror parameter = element(method, taken.get(i).asType());
                if (code.isProof(given.get(i + shift)) && isPlain(parameter)) {
                    reporter.report(upcast("What " + name + " gets", parameter), path);
                }
            }
        }
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
        TreePath function = ResultRules.functionAround(path);
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

    /** Gives whether it reported something. */
    private boolean check(TreePath value, @Nullable TypeMirror target) {
        if (target == null || code.isProof(target)) {
            return false;
        }
        boolean plain = isPlain(target);
        if (!plain && !hasPlainInside(target)) {
            return false;
        }
        boolean found = false;
        for (TreePath one : Values.of(value)) {
            TypeMirror type = code.type(one);
            if (type != null && (plain ? code.isProof(type) : containers.keeps(type) || holdsProof(type))) {
                reporter.report(upcast(one, target), one);
                found = true;
            }
        }
        return found;
    }

    /** A group of proofs is no container of them, but hands them out. */
    private boolean holdsProof(TypeMirror type) {
        return type instanceof DeclaredType declared
                && !Containers.isToken(declared)
                && declared.getTypeArguments().stream()
                        .anyMatch(argument -> code.isProof(
                                argument instanceof WildcardType wildcard ? Containers.bound(wildcard) : argument));
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
                    return bound != null && (isPlain(bound) || hasPlainInside(bound));
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
        return upcast("'" + Paths.value(value).getLeaf() + "'", target);
    }

    private static Message upcast(String what, TypeMirror target) {
        return CloseRules.closed(what + " becomes a plain " + Names.simple(target) + ", which can be closed unseen");
    }
}
