package dev.lockproof.rules;

/**
 * The words for a fault of ours, the same wherever it is caught. Where to report it is told on {@link #PAGE} alone.
 *
 * <p>A {@link VirtualMachineError} counts as one: code that is too deep for our stack, or too large for the memory that
 * is left, should not cost the rest of the compilation its checks.
 */
public final class BugReport {

    /** Says what to do, and where bugs are reported. */
    public static final String PAGE = "docs/errors/lockproof.internal.md";

    private BugReport() {}

    /**
     * Says what was not checked.
     *
     * @param what the name of a class, or what else it is
     * @param cause what went wrong, in one line
     * @return the message
     */
    public static String text(String what, String cause) {
        return "[lockproof.internal] Lockproof could not check " + what
                + ". That is a bug in Lockproof, not in your code."
                + "\nPlease report it, with this class if you can, on the project's issue tracker: " + cause
                + "\nEverything else is checked as usual."
                + "\nSee " + PAGE;
    }

    /**
     * Says what was thrown, and where.
     *
     * @param bug what was caught
     * @return one line
     */
    public static String cause(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return bug + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
