/** Entities in SQL tables, with writes that the fence checks. */
@SuppressWarnings("requires-automatic") // the driver names itself in its manifest only
module dev.lockproof.jdbc {
    requires transitive dev.lockproof;
    requires transitive java.sql;
    requires static org.postgresql.jdbc;
    requires static transitive org.jspecify;

    exports dev.lockproof.jdbc;
}
