package dev.lockproof.rules;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import java.util.Collection;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Names things as a user would. */
final class Names {

    private Names() {}

    /** Names what is called: {@code settle()}, {@code new Ledger()}. */
    static String of(ExecutableElement executable) {
        return executable.getKind() == ElementKind.CONSTRUCTOR
                ? "new " + owner(executable) + "()"
                : executable.getSimpleName() + "()";
    }

    /** Names a method with its type: {@code Runnable.run()}. */
    static String qualified(ExecutableElement executable) {
        return executable.getKind() == ElementKind.CONSTRUCTOR
                ? of(executable)
                : owner(executable) + "." + of(executable);
    }

    /** Names the class that declares a member. */
    static String owner(Element member) {
        return name(Members.owner(member));
    }

    static String name(Element type) {
        return type.getSimpleName().length() == 0
                ? "the anonymous class"
                : type.getSimpleName().toString();
    }

    /** Writes a type without its packages and annotations. */
    static String simple(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            String arguments =
                    declared.getTypeArguments().isEmpty() ? "" : "<" + simple(declared.getTypeArguments()) + ">";
            return name(declared.asElement()) + arguments;
        }
        return type.toString()
                .replaceAll("@[\\w.]+ ", "")
                .replaceAll("capture#\\d+ of ", "")
                .replaceAll("\\b[a-z_]\\w*\\.", "");
    }

    private static String simple(Collection<? extends TypeMirror> types) {
        return String.join(", ", types.stream().map(Names::simple).toList());
    }

    /** Names what a call calls as it stands there: {@code accounts.lock()}, {@code settle()}. */
    static String called(TreePath call, ExecutableElement executable) {
        if (call.getLeaf() instanceof MethodInvocationTree invocation
                && invocation.getMethodSelect() instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree receiver) {
            return receiver + "." + of(executable);
        }
        return of(executable);
    }

    /** Quotes a call if it is short, or else names it. */
    static String quoted(TreePath call, ExecutableElement executable) {
        String text =
                call.getLeaf() instanceof MethodInvocationTree ? call.getLeaf().toString() : "";
        boolean isShort = !text.isEmpty() && text.length() <= 60 && text.indexOf('\n') < 0;
        return isShort ? text : called(call, executable).replace("()", "(…)");
    }
}
