/** Products and what they cost. */
@NullMarked
package dev.lockproof.samples.webshop.catalog;

import org.jspecify.annotations.NullMarked;
