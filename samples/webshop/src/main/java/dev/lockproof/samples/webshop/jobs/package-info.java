/** What runs by itself. */
@NullMarked
package dev.lockproof.samples.webshop.jobs;

import org.jspecify.annotations.NullMarked;
