package dev.lockproof.rules;

import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * A proof isn't handed to generic code that could keep it as a proof.
 *
 * <p>A method with a parameter of type {@code T} can do nothing with a proof but give it back, unless {@code T} occurs
 * elsewhere in its signature: in the result, as in {@code List.of(account)}, or in another parameter, as in
 * {@code submit(account, action)}.
 */
final class ArgumentRules {

    private final Code code;
    private final Reporter reporter;
    private final Containers containers;
    private final Declarations declarations;

    ArgumentRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.containers = new Containers(code.facts());
        this.declarations = new Declarations(code, reporter);
    }

    void check(Call call) {
        for (int i = 0; i < call.arguments().size(); i++) {
            TreePath argument = call.argument(i);
            if (code.isProof(argument) && !code.isAcquisition(argument) && isKept(call, i)) {
                reporter.report(argument(call, argument), argument);
                return;
            }
        }
    }

    /** {@code Optional.of(account).map(List::of)}: what a reference is called with, it puts into what it gives. */
    void checkReference(TreePath path) {
        ExecutableElement method = code.executable(path);
        ExecutableElement function = code.functionalMethod(path);
        Call host = InlineCalls.around(path, code);
        if (method == null || function == null || host == null || isReported(host)) {
            return;
        }
        TypeMirror result = code.resultOf(path, function);
        if (result != null && containers.keeps(result) && !containers.keeps(function.getReturnType())) {
            keptOf(code.parametersOf(path), method).ifPresent(proof -> reporter.report(referenced(path, proof), path));
        }
    }

    /** In {@code accounts.withLock(id, Optional::of)} it is the call that hands out the proof. */
    private boolean isReported(Call host) {
        TypeMirror result = code.type(host.path());
        return result != null && code.acquires(host.executable()) && containers.keeps(result);
    }

    /** Finds a proof, among what a method is given by a function's caller, that it takes as any object. */
    private Optional<? extends TypeMirror> keptOf(List<? extends TypeMirror> given, ExecutableElement method) {
        List<? extends VariableElement> taken = method.getParameters();
        int shift = given.size() - taken.size(); // by one where the first is what the method is called on
        return IntStream.range(0, shift < 0 ? 0 : taken.size())
                .filter(i -> code.isProof(given.get(i + shift)) && isOpen(method, i))
                .mapToObj(i -> given.get(i + shift))
                .findFirst();
    }

    private boolean isOpen(ExecutableElement method, int index) {
        TypeMirror declared = method.getParameters().get(index).asType();
        TypeMirror type =
                method.isVarArgs() && declared instanceof ArrayType several ? several.getComponentType() : declared;
        return type instanceof TypeVariable && !code.isProof(type);
    }

    private boolean isKept(Call call, int argument) {
        ExecutableElement executable = call.executable();
        int index = call.parameterAt(argument);
        VariableElement parameter = executable.getParameters().get(index);
        TypeMirror declared = parameter.asType();
        if (executable.isVarArgs()
                && index == executable.getParameters().size() - 1
                && declared instanceof ArrayType a) {
            declared = a.getComponentType();
        }
        if (!(declared instanceof TypeVariable variable) || code.isProof(declared)) {
            return false;
        }
        TypeMirror result = code.type(call.path());
        if (call.path().getLeaf() instanceof NewClassTree) {
            return result != null
                    && containers.keeps(result)
                    && (!isForgotten(call.path())
                            || (!isDeclaredSo(call.path()) && isFedElsewhere(executable, index, variable)));
        }
        ExecutableType type = call.instantiated(code);
        if (type == null || !isProofAt(type, index)) {
            return false;
        }
        if (executable.getTypeParameters().contains(variable.asElement())) {
            return (result != null && containers.keeps(result) && !isForgotten(call.path()))
                    || isFedElsewhere(executable, index, variable);
        }
        return call.receiver() != null && !declarations.areReported(call.receiver(), Rule.PROOF_TYPE_ARGUMENT);
    }

    /**
     * Tells whether a container that was made in passing is dropped, or goes where nothing knows what is in it. Where a
     * variable or a method's result says that there are proofs in it, that declaration is reported.
     */
    private boolean isForgotten(TreePath container) {
        TreePath path = Paths.outside(container);
        TreePath user = path.getParentPath();
        return switch (user.getLeaf().getKind()) {
            case EXPRESSION_STATEMENT, VARIABLE, ASSIGNMENT, RETURN, LAMBDA_EXPRESSION, TYPE_CAST, ENHANCED_FOR_LOOP ->
                true;
            case NEW_CLASS -> isNeither(user);
            case MEMBER_SELECT -> isNeither(user.getParentPath());
            case METHOD_INVOCATION -> isForgottenByCall(path, user);
            default -> false;
        };
    }

    /** Tells whether a container goes to a variable or a result whose type says what is in it. */
    private boolean isDeclaredSo(TreePath container) {
        TreePath user = Paths.outside(container).getParentPath();
        TypeMirror target = switch (user.getLeaf().getKind()) {
            case VARIABLE, TYPE_CAST, ASSIGNMENT -> code.type(user);
            case RETURN -> resultOf(Body.of(user, code));
            default -> null;
        };
        return target != null && containers.keeps(target);
    }

    private static @Nullable TypeMirror resultOf(Body body) {
        return body.method() == null ? null : body.method().getReturnType();
    }

    /** Tells whether what became of a container doesn't keep its proof, or is forgotten in turn. */
    private boolean isNeither(TreePath result) {
        TypeMirror type = code.type(result);
        return type == null || !containers.keeps(type) || isForgotten(result);
    }

    private boolean isForgottenByCall(TreePath argument, TreePath invocation) {
        Call call = Call.at(invocation, code);
        if (call == null) {
            return false;
        }
        ExecutableType type = call.instantiated(code);
        return type != null && !containers.keeps(type.getParameterTypes().get(call.parameterOf(argument.getLeaf())));
    }

    private boolean isProofAt(ExecutableType type, int index) {
        TypeMirror parameter = type.getParameterTypes().get(index);
        return code.isProof(parameter)
                || (parameter instanceof ArrayType array && code.isProof(array.getComponentType()));
    }

    /** Tells whether another parameter could take the proof in: {@code Consumer<T>}, unless it runs inline. */
    private boolean isFedElsewhere(ExecutableElement executable, int index, TypeVariable variable) {
        for (int i = 0; i < executable.getParameters().size(); i++) {
            TypeMirror type = executable.getParameters().get(i).asType();
            if (i != index && !Containers.isToken(type) && !code.runsInline(executable, i) && mayTake(type, variable)) {
                return true;
            }
        }
        return false;
    }

    /** With {@code <T, L extends T>}, what takes a T takes an L as well; and C does in {@code <C extends Consumer<T>>}. */
    private static boolean mayTake(TypeMirror function, TypeVariable variable) {
        TypeMirror known = function;
        while (known instanceof TypeVariable other && !other.asElement().equals(variable.asElement())) {
            known = other.getUpperBound();
        }
        return mentionsInside(known, variable.asElement())
                || (variable.getUpperBound() instanceof TypeVariable bound && mayTake(function, bound));
    }

    private static boolean mentionsInside(TypeMirror type, Element variable) {
        if (type instanceof ArrayType several) {
            return mentionsInside(several.getComponentType(), variable);
        }
        if (type instanceof IntersectionType several) {
            return several.getBounds().stream().anyMatch(bound -> mentionsInside(bound, variable));
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(argument -> mentions(argument, variable));
    }

    private static boolean mentions(TypeMirror type, Element variable) {
        if (type instanceof TypeVariable typeVariable) {
            return typeVariable.asElement().equals(variable);
        }
        if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            // What only produces the type, ? extends T, takes nothing in; what produces functions does.
            return mentionsInside(wildcard.getExtendsBound(), variable);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getSuperBound() != null && mentions(wildcard.getSuperBound(), variable);
        }
        return mentionsInside(type, variable);
    }

    private static Message referenced(TreePath reference, TypeMirror proof) {
        return Message.of(
                        Rule.PROOF_ESCAPES_ARGUMENT,
                        "'" + reference.getLeaf() + "' could keep the " + Names.simple(proof)
                                + " that it is called with after its lock is released.")
                .line("Use a lambda that gives what you need of it: an id, an amount, a read-only copy;")
                .line("for several proofs take locks.acquireAll(…).");
    }

    private Message argument(Call call, TreePath argument) {
        String name = Paths.value(argument).getLeaf().toString();
        TypeMirror type = code.type(argument);
        String entity = type == null ? "Object" : code.entityOf(type);
        return Message.of(
                        Rule.PROOF_ESCAPES_ARGUMENT,
                        Names.qualified(call.executable()) + " could keep '" + name + "' after its lock is released.")
                .line("Pass it where a proof or a @Locked value is asked for, or pass the value that you need of it.")
                .line("To hand out what is read only, forget the proof first: (" + entity + ") " + name
                        + "; for several proofs take locks.acquireAll(…).");
    }
}
