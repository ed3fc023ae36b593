/** The shop over HTTP, on the JDK's own server. */
@NullMarked
package dev.lockproof.samples.webshop.web;

import org.jspecify.annotations.NullMarked;
