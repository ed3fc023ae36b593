/** What is in the warehouse, and what of it is promised to orders. */
@NullMarked
package dev.lockproof.samples.webshop.stock;

import org.jspecify.annotations.NullMarked;
