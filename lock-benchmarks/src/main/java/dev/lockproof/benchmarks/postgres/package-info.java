/** Libraries that keep locks in PostgreSQL. */
@NullMarked
package dev.lockproof.benchmarks.postgres;

import org.jspecify.annotations.NullMarked;
