package dev.lockproof.spi;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Describes who holds a lock, for people who look into the backend or get a {@link dev.lockproof.LockTimeoutException}. What
 * it says identifies nobody: that is what an {@link OwnerId} is for. Immutable and thread-safe.
 */
public final class Holder {

    private static final int LONGEST = 200;

    private final String process;

    private Holder(String process) {
        this.process = process;
    }

    /**
     * Describes threads of a process that has a name.
     *
     * @param process for people, such as {@code payments-7}
     * @return a describer
     */
    public static Holder of(String process) {
        return new Holder(process);
    }

    /**
     * Describes threads of this process by its number and host.
     *
     * @return a describer
     */
    public static Holder ofThisProcess() {
        return new Holder("process " + ProcessHandle.current().pid() + " on " + host());
    }

    /**
     * Describes the calling thread.
     *
     * @return up to 200 characters without control characters, which any backend can store
     */
    public String describe() {
        String all = "the thread " + Thread.currentThread().getName() + " of " + process;
        return isPlain(all) ? all : readable(all);
    }

    /** Nearly every description is, and each acquisition makes one. */
    private static boolean isPlain(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String readable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }
}
