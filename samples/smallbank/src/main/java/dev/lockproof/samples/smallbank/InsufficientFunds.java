package dev.lockproof.samples.smallbank;

/** Thrown by a procedure that was refused because the money is not there. Nothing was changed. */
final class InsufficientFunds extends RuntimeException {

    private static final long serialVersionUID = 1;

    InsufficientFunds(String message) {
        // No stack trace: it is an ordinary outcome of a busy workload, and filling one in would be what we measure.
        super(message, null, false, false);
    }
}
