package dev.lockproof.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method or constructor.
 *
 * @param path the call
 * @param executable what is called; for an anonymous class, the constructor of its superclass
 * @param receiver the expression before the dot; null for a simple name or a constructor
 * @param arguments the arguments
 */
record Call(
        TreePath path,
        ExecutableElement executable,
        @Nullable TreePath receiver,
        List<? extends ExpressionTree> arguments) {

    /** Reads a call, parentheses aside; null for any other expression. */
    static @Nullable Call at(TreePath expression, Code code) {
        TreePath path = Paths.inside(expression);
        if (path.getLeaf() instanceof MethodInvocationTree invocation) {
            ExecutableElement executable = code.executable(path);
            return executable == null
                    ? null
                    : new Call(path, executable, receiver(path, invocation), invocation.getArguments());
        }
        if (path.getLeaf() instanceof NewClassTree creation) {
            ExecutableElement executable = constructor(path, creation, code);
            return executable == null ? null : new Call(path, executable, null, creation.getArguments());
        }
        return null;
    }

    private static @Nullable TreePath receiver(TreePath path, MethodInvocationTree invocation) {
        TreePath select = Paths.inside(new TreePath(path, invocation.getMethodSelect()));
        return select.getLeaf() instanceof MemberSelectTree member
                ? new TreePath(select, member.getExpression())
                : null;
    }

    private static @Nullable ExecutableElement constructor(TreePath path, NewClassTree creation, Code code) {
        ClassTree body = creation.getClassBody();
        if (body == null) {
            return code.executable(path);
        }
        TreePath bodyPath = new TreePath(path, body);
        for (Tree member : body.getMembers()) {
            if (member instanceof MethodTree method && method.getName().contentEquals("<init>")) {
                return superCall(new TreePath(bodyPath, method), code);
            }
        }
        return code.executable(path);
    }

    /** Gives the constructor that a constructor calls first, whether the source says so or not. */
    static @Nullable ExecutableElement superCall(TreePath constructor, Code code) {
        BlockTree body = ((MethodTree) constructor.getLeaf()).getBody();
        if (body == null
                || body.getStatements().isEmpty()
                || !(body.getStatements().get(0) instanceof ExpressionStatementTree first)
                || !(first.getExpression() instanceof MethodInvocationTree call)) {
            return null;
        }
        return code.executable(new TreePath(new TreePath(new TreePath(constructor, body), first), call));
    }

    /** Gives the index of the parameter that an argument goes to. */
    int parameterOf(Tree argument) {
        int index = 0;
        while (arguments.get(index) != argument) {
            index++;
        }
        return parameterAt(index);
    }

    int parameterAt(int argument) {
        return executable.isVarArgs()
                ? Math.min(argument, executable.getParameters().size() - 1)
                : argument;
    }

    /** Gives the declared type of a parameter; for one that takes several arguments, of each of them. */
    TypeMirror typeOf(int parameter) {
        TypeMirror type = executable.getParameters().get(parameter).asType();
        boolean several = executable.isVarArgs()
                && parameter == executable.getParameters().size() - 1;
        return several && type instanceof ArrayType array ? array.getComponentType() : type;
    }

    TreePath argument(int index) {
        return new TreePath(path, arguments.get(index));
    }

    /** Gives the method's type as this call instantiates it; null for constructors, whose types are not to be had. */
    @Nullable
    ExecutableType instantiated(Code code) {
        return path.getLeaf() instanceof MethodInvocationTree invocation
                        && code.type(path, invocation.getMethodSelect()) instanceof ExecutableType type
                ? type
                : null;
    }

    /** Tells whether a proof is among the arguments of a call, or of one that its receiver comes from. */
    boolean takesProofs(Code code) {
        for (int i = 0; i < arguments.size(); i++) {
            if (code.isProof(argument(i))) {
                return true;
            }
        }
        Call before = receiver == null ? null : at(receiver, code);
        return before != null && before.takesProofs(code);
    }
}
