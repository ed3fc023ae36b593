/** Entities in SQL tables, with writes that the fence checks. */
module dev.lockproof.jdbc {
    requires transitive dev.lockproof;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports dev.lockproof.jdbc;
}
