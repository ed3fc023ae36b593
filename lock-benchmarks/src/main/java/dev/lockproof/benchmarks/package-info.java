/** Benchmarks that are run by hand and print ratios: see docs/performance.md. */
@NullMarked
package dev.lockproof.benchmarks;

import org.jspecify.annotations.NullMarked;
