package dev.lockproof.postgres;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Describes who holds a lock, for people who look into the table or get a timeout. */
final class Holder {

    private static final int LONGEST = 200;

    private final String process;

    private Holder(String process) {
        this.process = process;
    }

    static Holder of(String process) {
        return new Holder(process);
    }

    static Holder ofThisProcess() {
        return new Holder("process " + ProcessHandle.current().pid() + " on " + host());
    }

    /** Describes the calling thread. */
    String describe() {
        String all = "the thread " + Thread.currentThread().getName() + " of " + process;
        StringBuilder shown = new StringBuilder();
        all.codePoints()
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
