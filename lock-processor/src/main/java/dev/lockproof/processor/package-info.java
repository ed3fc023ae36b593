/** Reads {@code @Entity} classes and records, and writes their views, proof, repository, fields and mapping. */
@NullMarked
package dev.lockproof.processor;

import org.jspecify.annotations.NullMarked;
