package dev.lockproof;

import org.jspecify.annotations.Nullable;

/** The family of exceptions that Lockproof throws. Messages name the key and say what to do next. */
public abstract class LockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
