/** What taking and releasing a lock in memory costs, next to other libraries. */
@NullMarked
package dev.lockproof.benchmarks.locks;

import org.jspecify.annotations.NullMarked;
