/**
 * A web shop in the usual layers: controllers call services, services call repositories.
 *
 * <p>Begin with {@link dev.lockproof.samples.webshop.order.CheckoutService}: it takes the locks of all rows that an order
 * touches, in one acquisition. {@link dev.lockproof.samples.webshop.WebShop} starts it all.
 */
@NullMarked
package dev.lockproof.samples.webshop;

import org.jspecify.annotations.NullMarked;
