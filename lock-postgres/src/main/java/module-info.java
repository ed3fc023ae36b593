/** Lock providers for PostgreSQL. */
@SuppressWarnings("requires-automatic") // the driver names itself in its manifest only
module dev.lockproof.postgres {
    requires transitive dev.lockproof;
    requires transitive java.sql;
    requires org.postgresql.jdbc;
    requires static dev.lockproof.jdbc;
    requires static transitive org.jspecify;

    exports dev.lockproof.postgres;
}
