package dev.lockproof.samples.smallbank;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to real clusters.
 *
 * @param name what happens
 */
record Blow(String name, Strike strike) {

    @FunctionalInterface
    interface Strike {
        Aftermath run() throws IOException, InterruptedException;
    }

    @FunctionalInterface
    interface Undoing {
        void run() throws IOException, InterruptedException;
    }

    /**
     * What one did.
     *
     * @param said what was done, for people
     * @param seconds how long it lasts
     * @param undoing what ends it, or null if it is over
     * @param undone what is done then, for people
     */
    record Aftermath(String said, int seconds, @Nullable Undoing undoing, String undone) {

        static Aftermath none(String said) {
            return new Aftermath(said, 0, null, "");
        }

        static Aftermath lasting(String said, int seconds, Undoing undoing, String undone) {
            return new Aftermath(said, seconds, undoing, undone);
        }
    }
}
