package dev.lockproof.rules;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * What the rules need to know about declarations. {@link DeclaredFacts} reads it from annotations and stub files; a
 * checker that knows more, such as type annotations in class files, {@linkplain Rules#useFacts gives its own}.
 *
 * <p>Answers are about declarations alone. Effects that are inferred for private methods are the rules' own business.
 * Implementations belong to one compilation and need not be thread-safe.
 */
public interface Facts {

    /**
     * Tells whether values of a type are proofs: a {@code LockProof}, {@code LockedPair} or {@code LockedGroup}, or a
     * type variable, wildcard or intersection with such a bound.
     *
     * @param type any type
     * @return whether it is a proof type
     */
    boolean isProof(TypeMirror type);

    /**
     * Tells whether a parameter or local variable is declared {@code @Locked}.
     *
     * @param variable a variable
     * @return whether its own type, not a part of it, is annotated
     */
    boolean isLocked(VariableElement variable);

    /**
     * Tells whether a method gives a {@code @Locked} value.
     *
     * @param method a method
     * @return whether its return type is annotated
     */
    boolean returnsLocked(ExecutableElement method);

    /**
     * Tells whether a method or constructor is declared to take locks.
     *
     * @param executable a method or constructor
     * @return whether it is {@code @AcquiresLock}, by itself, by its class, or by a stub file
     */
    boolean acquires(ExecutableElement executable);

    /**
     * Tells whether a parameter is only called during the call, on the same thread.
     *
     * @param executable a method or constructor
     * @param parameter the index of one of its parameters
     * @return whether it is {@code @RunsInline}, by itself or by a stub file
     */
    boolean runsInline(ExecutableElement executable, int parameter);

    /**
     * Tells whether a method waits for other threads.
     *
     * @param method a method
     * @return whether a stub file says so
     */
    default boolean waits(ExecutableElement method) {
        return false;
    }

    /**
     * Tells whether a local variable loses its lock by itself in code that may run later, so that using it there is no
     * fault.
     *
     * @param local a local variable that {@linkplain #isLocked is locked}
     * @return whether whoever gives these facts takes care of it
     */
    default boolean forgetsCaptured(VariableElement local) {
        return false;
    }
}
