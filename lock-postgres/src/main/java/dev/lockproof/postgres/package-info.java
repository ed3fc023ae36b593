/** Lock providers for PostgreSQL: a table of leases, which is the default, and advisory locks. */
@NullMarked
package dev.lockproof.postgres;

import org.jspecify.annotations.NullMarked;
