package dev.lockproof.samples.smallbank;

import java.io.IOException;

/** Stops processes and lets them go on, by signals that only POSIX systems have. */
final class Signals {

    private Signals() {}

    /** Stops a process between two of its instructions. It doesn't notice, except by looking at a clock. */
    static void stop(long pid) throws IOException, InterruptedException {
        send("-STOP", pid);
    }

    /** Lets a stopped process go on. */
    static void resume(long pid) throws IOException, InterruptedException {
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
