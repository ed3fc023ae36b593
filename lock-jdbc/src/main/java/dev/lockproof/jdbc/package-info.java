/** Entities in tables of PostgreSQL, H2, MariaDB and MySQL. Begin with {@link dev.lockproof.jdbc.JdbcStore}. */
@NullMarked
package dev.lockproof.jdbc;

import org.jspecify.annotations.NullMarked;
