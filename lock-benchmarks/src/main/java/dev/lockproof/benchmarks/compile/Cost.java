package dev.lockproof.benchmarks.compile;

/**
 * What a process took.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds of all its threads together, which depends less on what else the machine does
 */
record Cost(double wallSeconds, double cpuSeconds) {}
