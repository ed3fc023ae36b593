package dev.lockproof.rules;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
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
        if (type instanceof IntersectionType several) {
            return String.join(
                    " & ", several.getBounds().stream().map(Names::simple).toList());
        }
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

    /** Names what a call or a reference calls as it stands there: {@code accounts.lock()}, {@code settle()}. */
    static String called(TreePath call, ExecutableElement executable) {
        return receiver(call.getLeaf(), executable) + of(executable);
    }

    private static String receiver(Tree call, ExecutableElement executable) {
        if (call instanceof MethodInvocationTree invocation
                && invocation.getMethodSelect() instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree receiver) {
            return receiver + ".";
        }
        boolean named = call instanceof MemberReferenceTree reference
                && reference.getQualifierExpression() instanceof IdentifierTree receiver
                && !receiver.getName().contentEquals("this")
                && executable.getKind() != ElementKind.CONSTRUCTOR;
        return named ? ((MemberReferenceTree) call).getQualifierExpression() + "." : "";
    }

    /** Quotes a call if it is short, or else names it; for a reference, writes the call that it stands for. */
    static String quoted(TreePath call, ExecutableElement executable) {
        String text =
                call.getLeaf() instanceof MethodInvocationTree ? call.getLeaf().toString() : "";
        boolean isShort = !text.isEmpty() && text.length() <= 60 && text.indexOf('\n') < 0;
        String arguments = call.getLeaf() instanceof MemberReferenceTree ? parameters(executable) : "…";
        return isShort ? text : called(call, executable).replace("()", "(" + arguments + ")");
    }

    /** Class files may not tell what parameters are called. */
    private static String parameters(ExecutableElement executable) {
        List<String> names = executable.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        return names.stream().anyMatch(name -> name.matches("arg\\d+")) ? "…" : String.join(", ", names);
    }
}
