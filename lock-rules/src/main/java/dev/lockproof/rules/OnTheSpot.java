package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** Says what to do about a function that only runs on the spot, though nothing shows it. */
final class OnTheSpot {

    private OnTheSpot() {}

    /**
     * Gives the way out that depends on where a function goes: only its author can mark the parameter of a method.
     *
     * @param function a lambda, method reference or class
     * @return the end of a sentence; nothing for what does run later
     */
    static Optional<String> wayOut(TreePath function, Code code) {
        if (function.getLeaf() instanceof ClassTree) {
            return Optional.empty();
        }
        Call call = InlineCalls.around(function, code);
        if (call == null) {
            return Optional.of("pass it, without a variable, to a parameter that is @RunsInline.");
        }
        ExecutableElement method = call.executable();
        int index = InlineCalls.parameter(function, call);
        if (code.runsInline(method, index)) {
            return Optional.of("pass it as what " + Names.qualified(method) + " asks for, without a cast.");
        }
        if (Pipelines.isStreamMethod(method)) {
            return Optional.of("make the stream and end it in one expression, without parallel().");
        }
        return code.declaration(method) == null ? ofLibrary(method) : ofSource(method, index);
    }

    /** A record keeps what it is made of. */
    private static Optional<String> ofSource(ExecutableElement method, int parameter) {
        boolean record = method.getKind() == ElementKind.CONSTRUCTOR
                && Members.owner(method).getKind() == ElementKind.RECORD;
        String name = "'" + method.getParameters().get(parameter).getSimpleName() + "'";
        return record
                ? Optional.empty()
                : Optional.of("mark " + name + " of " + Names.of(method) + " with @RunsInline.");
    }

    /** What the JDK runs on the spot and our stub file doesn't say so goes over a collection. */
    private static Optional<String> ofLibrary(ExecutableElement method) {
        String owner = Members.owner(method).getQualifiedName().toString();
        if (!owner.startsWith("java.")) {
            return Optional.of("say so in a stub file: 'inline " + owner + "#" + method.getSimpleName() + "'.");
        }
        return owner.startsWith("java.util.") && !owner.startsWith("java.util.concurrent.")
                ? Optional.of("write a plain loop in place of " + Names.qualified(method) + ".")
                : Optional.empty();
    }
}
