package dev.lockproof.benchmarks.network;

import dev.lockproof.benchmarks.locks.Locking;
import java.util.function.Supplier;

/**
 * A library, or a way to do without one, that keeps its locks on a server.
 *
 * @param label what tables call it
 * @param connect opens a client that shares nothing with others but the server, as in a process of its own. Its connections
 *     are open by the time it is given, so that they are not measured
 */
public record Library(String label, Supplier<Locking> connect) {}
