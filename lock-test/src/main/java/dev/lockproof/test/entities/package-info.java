/** The entities of the contract tests, with what the processor would generate for them. */
@NullMarked
package dev.lockproof.test.entities;

import org.jspecify.annotations.NullMarked;
