package dev.lockproof.jdbc;

import dev.lockproof.LockBackendException;

/** A kind of database, and what it does in its own way. */
public enum Dialect {

    /** PostgreSQL from 10 on. */
    POSTGRESQL("PostgreSQL", new PostgresRules()),

    /** H2 from 2.1 on, in memory or in a file, in its regular mode. */
    H2("H2", new H2Rules()),

    /** MariaDB from 10.3 on. */
    MARIADB("MariaDB", new MySqlRules("utf8mb4_nopad_bin")),

    /** MySQL from 8.0 on. */
    MYSQL("MySQL", new MySqlRules("utf8mb4_0900_bin"));

    private final String productName;

    @SuppressWarnings("ImmutableEnumChecker") // the rules have no state
    private final SqlRules rules;

    Dialect(String productName, SqlRules rules) {
        this.productName = productName;
        this.rules = rules;
    }

    SqlRules rules() {
        return rules;
    }

    /** Finds the dialect of the database that calls itself by a name. */
    static Dialect named(String productName) {
        for (Dialect dialect : values()) {
            if (dialect.productName.equalsIgnoreCase(productName)) {
                return dialect;
            }
        }
        throw new LockBackendException(
                "JdbcStore does not know the database " + productName
                        + ": use PostgreSQL, H2, MariaDB or MySQL; for one "
                        + "that behaves like one of them, name that by JdbcStore.builder(…).dialect(…)",
                true,
                null);
    }

    @Override
    public String toString() {
        return productName;
    }
}
