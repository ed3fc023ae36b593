/**
 * SmallBank, a published bank benchmark that was made to show anomalies, run on Lockproof.
 *
 * <p>From "The Cost of Serializability on Platforms That Use Snapshot Isolation" (Alomari, Cahill, Fekete, Röhm, ICDE
 * 2008), with the weights, amounts and balances of its implementation in H-Store and BenchBase. A wrong lock loses
 * money, and the money is counted.
 *
 * <p>Begin with {@link dev.lockproof.samples.smallbank.LockproofBank}: the six procedures under locks. {@link
 * dev.lockproof.samples.smallbank.UnsafeBank} is the same without.
 */
@NullMarked
package dev.lockproof.samples.smallbank;

import org.jspecify.annotations.NullMarked;
