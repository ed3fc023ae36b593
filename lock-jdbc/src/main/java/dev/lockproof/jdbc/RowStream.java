package dev.lockproof.jdbc;

import dev.lockproof.spi.Row;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of a result, read one by one. Closes what it reads from when it has been read, or is closed. */
final class RowStream extends Spliterators.AbstractSpliterator<Row> {

    /** Where the rows come from. */
    interface Source {

        /** Gives the next row, or null after the last one. */
        @Nullable
        Row next() throws SQLException;

        /** Gives back everything; may be called again. */
        void close();

        /** Says what a failure means. */
        RuntimeException failure(SQLException e);
    }

    private final Source source;

    private RowStream(Source source) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.source = source;
    }

    static Stream<Row> of(Source source) {
        return StreamSupport.stream(new RowStream(source), false).onClose(source::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Row> action) {
        Row row;
        try {
            row = source.next();
        } catch (SQLException e) {
            source.close();
            throw source.failure(e);
        }
        if (row == null) {
            source.close();
            return false;
        }
        action.accept(row);
        return true;
    }
}
