package dev.lockproof.jdbc;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Says how a store differs from the usual one. Not thread-safe. */
public final class JdbcStoreBuilder {

    private final ConnectionSource source;
    private @Nullable Dialect dialect;
    private @Nullable String schema;
    private String fenceColumn = "lock_fence";
    private String versionColumn = "version";
    private int isolation = Connection.TRANSACTION_NONE;

    JdbcStoreBuilder(ConnectionSource source) {
        this.source = source;
    }

    /**
     * Names the kind of database. Without this, the first connection is asked.
     *
     * @param dialect the dialect
     * @return this builder
     */
    public JdbcStoreBuilder dialect(Dialect dialect) {
        this.dialect = dialect;
        return this;
    }

    /**
     * Names the schema of the tables. Without this, the connection's own is used.
     *
     * @param schema its name, unquoted
     * @return this builder
     */
    public JdbcStoreBuilder schema(String schema) {
        this.schema = schema;
        return this;
    }

    /**
     * Names the column of the fence, in place of {@code lock_fence}.
     *
     * @param name its name, unquoted
     * @return this builder
     */
    public JdbcStoreBuilder fenceColumn(String name) {
        this.fenceColumn = name;
        return this;
    }

    /**
     * Names the column that counts the writes, in place of {@code version}.
     *
     * @param name its name, unquoted
     * @return this builder
     */
    public JdbcStoreBuilder versionColumn(String name) {
        this.versionColumn = name;
        return this;
    }

    /**
     * Sets the isolation of transactions. Without this, they have the one of the connection.
     *
     * @param isolation such as {@link Connection#TRANSACTION_READ_COMMITTED}
     * @return this builder
     */
    public JdbcStoreBuilder isolation(int isolation) {
        this.isolation = isolation;
        return this;
    }

    /**
     * Makes the store. Does no I/O.
     *
     * @return the store
     */
    public JdbcStore build() {
        TableNames names = new TableNames(schema, fenceColumn, versionColumn);
        return new JdbcStore(new Database(source, dialect, isolation), names);
    }
}
