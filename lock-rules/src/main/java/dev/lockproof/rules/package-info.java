/**
 * Checks who may take a lock and where a proof may flow, on the public compiler tree API alone.
 *
 * <p>{@link dev.lockproof.rules.Rules} is the entry point. {@link dev.lockproof.rules.RulesPlugin} runs it in every
 * compilation that has this jar on its processor path; the Checker Framework layer calls the same instance, so no class
 * is ever checked twice.
 */
@NullMarked
package dev.lockproof.rules;

import org.jspecify.annotations.NullMarked;
