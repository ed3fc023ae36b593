/** What the processor, the rules and the checker add to the time of javac. */
@NullMarked
package dev.lockproof.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
