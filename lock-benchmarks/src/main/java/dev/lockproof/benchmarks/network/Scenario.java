package dev.lockproof.benchmarks.network;

import dev.lockproof.benchmarks.Settings;

/** What is measured of each library. The names are those of the settings. */
public enum Scenario {
    /** One thread takes one lock after the other. */
    UNCONTENDED,
    /** The same, but the thread works under each lock, and after it. */
    WORKING,
    /** The same, with a row that is read and written under the lock. */
    SECTION,
    /** A client waits for the lock of another. */
    WAKEUP,
    /** Threads of several clients want one lock all the time, and work under it. */
    CLIENTS,
    /** Threads of one client want one lock all the time, for nothing. */
    THREADS,
    /** Threads of one client each want a lock of their own all the time, for nothing. */
    DISTINCT;

    private static final int SECTION_MICROS = 1_000;
    private static final int WORK_MICROS = 200;

    Measurement begin(Backend backend, Settings settings) {
        int threads = settings.number("threads", 16);
        int millis = settings.number("millis", 2_000);
        return switch (this) {
            case UNCONTENDED ->
                new AcquisitionCost(
                        "acquire and release, one thread, changing keys", backend, acquisitions(settings), 0);
            case WORKING ->
                new AcquisitionCost(
                        "acquire, work for %d µs, release, work for as long; one thread".formatted(WORK_MICROS),
                        backend,
                        acquisitions(settings),
                        WORK_MICROS);
            case SECTION ->
                new AcquisitionCost(
                        "lock, read the row, write it, release; one thread", backend, acquisitions(settings), 0);
            case WAKEUP -> new ClientWakeUp(backend, settings.number("handoffs", 50));
            case CLIENTS ->
                new Competition(
                        backend, new Crowd(settings.number("clients", 4), threads, true), millis, SECTION_MICROS);
            case THREADS -> new Competition(backend, new Crowd(1, threads, true), millis, 0);
            case DISTINCT -> new Competition(backend, new Crowd(1, settings.number("loners", 64), false), millis, 0);
        };
    }

    /** Begins what is done once before it is measured, so that the compiler of the virtual machine has done its work. */
    Measurement warmUp(Backend backend, Settings settings) {
        return this == WAKEUP
                ? new Competition(backend, new Crowd(2, 2, true), settings.number("millis", 2_000), 0)
                : begin(backend, settings);
    }

    private static int acquisitions(Settings settings) {
        return settings.number("acquisitions", 1_000);
    }
}
