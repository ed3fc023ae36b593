/** From the cart to the parcel. */
@NullMarked
package dev.lockproof.samples.webshop.order;

import org.jspecify.annotations.NullMarked;
