package dev.lockproof.jdbc;

import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The result of a query, of which a few rows at a time are in memory. For one thread at a time. */
final class Cursor implements RowStream.Source {

    private static final System.Logger LOG = System.getLogger(Cursor.class.getName());

    private final Operation operation;
    private final EntityMapping<?, ?, ?, ?> mapping;
    private final Dialect dialect;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final Runnable onClose;
    private boolean isClosed;

    /**
     * Wraps a result.
     *
     * @param onClose gives the connection back, if it was lent for this result
     */
    Cursor(
            Operation operation,
            EntityMapping<?, ?, ?, ?> mapping,
            Dialect dialect,
            PreparedStatement statement,
            ResultSet result,
            Runnable onClose) {
        this.operation = operation;
        this.mapping = mapping;
        this.dialect = dialect;
        this.statement = statement;
        this.result = result;
        this.onClose = onClose;
    }

    @Override
    public @Nullable Row next() throws SQLException {
        return !isClosed && result.next() ? Parameters.row(mapping, result, dialect.rules()) : null;
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            statement.close();
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "A statement could not be closed; its connection is closed next", e);
        }
        onClose.run();
    }

    @Override
    public RuntimeException failure(SQLException e) {
        return Failures.of(dialect, operation, e, true);
    }
}
