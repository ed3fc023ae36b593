package dev.lockproof.testservers;

import java.io.IOException;

/** Stops processes and lets them go on, by signals that only POSIX systems have. */
public final class Signals {

    private Signals() {}

    /** Stops a process between two of its instructions. It doesn't notice, except by looking at a clock. */
    public static void stop(long pid) throws IOException, InterruptedException {
        send("-STOP", pid);
    }

    /** Lets a stopped process go on. */
    public static void resume(long pid) throws IOException, InterruptedException {
        send("-CONT", pid);
    }

    private static void send(String signal, long pid) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("kill", signal, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("kill " + signal + " " + pid + " ended with " + exitCode);
        }
    }
}
