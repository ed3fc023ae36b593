package dev.lockproof.benchmarks.network;

import java.util.List;
import java.util.Optional;

/** A server that keeps locks, and the libraries that are measured on it. */
public interface Backend extends AutoCloseable {

    /**
     * Names the server.
     *
     * @return its name, for the titles of tables
     */
    String name();

    /**
     * Gives the libraries that take part in a scenario.
     *
     * @param scenario the scenario
     * @return the libraries, the floor first; none where the scenario means nothing
     */
    List<Library> libraries(Scenario scenario);

    /**
     * Counts what all clients asked of the server.
     *
     * @return a counter of the whole server
     */
    Counter requests();

    /**
     * Counts how often the thread that reads the counter has waited for an answer of the server, where that is known.
     *
     * @return a counter that each thread has for itself, or empty
     */
    Optional<Counter> answersAwaited();

    @Override
    void close();
}
