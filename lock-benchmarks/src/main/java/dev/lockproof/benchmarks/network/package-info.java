/** What taking and releasing a lock on a server costs, next to other libraries: the measurements, whatever the server. */
@NullMarked
package dev.lockproof.benchmarks.network;

import org.jspecify.annotations.NullMarked;
