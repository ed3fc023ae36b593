package dev.lockproof.processor;

/**
 * Which types of others the generated code can name, as seen from the entity's module.
 *
 * @param generated {@code javax.annotation.processing.Generated}: not in a module that doesn't read java.compiler
 * @param nullMarked JSpecify's annotations
 * @param inMemory the store and the lock provider in memory
 * @param namedModule whether the entity is in a module at all
 */
record Support(boolean generated, boolean nullMarked, boolean inMemory, boolean namedModule) {}
