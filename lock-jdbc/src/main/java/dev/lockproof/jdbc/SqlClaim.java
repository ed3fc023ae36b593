package dev.lockproof.jdbc;

import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The claim on a row of a {@link JdbcStore} in PostgreSQL, for a lock provider that carries it out as a part of the statement that
 * takes the lease.
 *
 * <p>Only the store makes it. Not thread-safe.
 *
 * @param <ID> the type of the entity's id
 */
public final class SqlClaim<ID> implements JoinedClaim {

    /** Names the relation that {@link #sql()} reads the token from: {@value}, of one row, or of none while the lease is busy. */
    public static final String GRANTED = "lockproof_granted";

    private final DataSource dataSource;
    private final EntityMapping<?, ID, ?, ?> mapping;
    private final ID id;
    private final String sql;
    private final SqlRules rules;

    SqlClaim(DataSource dataSource, EntityMapping<?, ID, ?, ?> mapping, ID id, String sql, SqlRules rules) {
        this.dataSource = dataSource;
        this.mapping = mapping;
        this.id = id;
        this.sql = sql;
        this.rules = rules;
    }

    @Override
    public DataSource database() {
        return dataSource;
    }

    /**
     * Gives an update for a common table expression. It raises the fence to the {@code token} of {@link #GRANTED}, if it is
     * smaller, and returns {@code true} and the columns of the row. A row that somebody has locked it leaves alone.
     *
     * @return the same text for all rows of a store's entity
     */
    public String sql() {
        return sql;
    }

    /**
     * Binds the parameters of the update.
     *
     * @param statement the statement of which it is a part
     * @param first the index of its first parameter
     * @return the index of the first parameter after it
     * @throws SQLException if the driver refuses it
     * @throws dev.lockproof.LockBackendException if the database can't keep the id
     */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        Parameters parameters = new Parameters(statement, rules, Operation.write("Claiming", mapping, id), first);
        return parameters.addId(mapping, id).addId(mapping, id).next();
    }

    /**
     * Reads what the update returned.
     *
     * @param result on a row of which the returned columns are a part
     * @param first the index of the first of them
     * @return the entity's row; or null if there is none, because nothing was claimed
     * @throws SQLException if the driver can't read it
     */
    public @Nullable Row read(ResultSet result, int first) throws SQLException {
        return result.getBoolean(first) ? Parameters.row(mapping, result, first + 1, rules) : null;
    }
}
