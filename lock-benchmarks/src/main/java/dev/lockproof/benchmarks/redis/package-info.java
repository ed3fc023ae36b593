/** Libraries that keep locks in Redis. */
@NullMarked
package dev.lockproof.benchmarks.redis;

import org.jspecify.annotations.NullMarked;
