/** Customers and their store credit. */
@NullMarked
package dev.lockproof.samples.webshop.customer;

import org.jspecify.annotations.NullMarked;
