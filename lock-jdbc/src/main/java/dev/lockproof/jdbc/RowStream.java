package dev.lockproof.jdbc;

import dev.lockproof.spi.Row;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of a result, read one by one. Closes what it reads from when it has been read, can't be read, or is closed. */
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
    private final Consumer<Throwable> onFailure;

    private RowStream(Source source, Consumer<Throwable> onFailure) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.source = source;
        this.onFailure = onFailure;
    }

    /**
     * Makes a stream.
     *
     * @param onFailure told why a row could not be read, if one could not
     */
    static Stream<Row> of(Source source, Consumer<Throwable> onFailure) {
        return StreamSupport.stream(new RowStream(source, onFailure), false).onClose(source::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Row> action) {
        Row row = next();
        if (row == null) {
            source.close();
            return false;
        }
        action.accept(row);
        return true;
    }

    private @Nullable Row next() {
        try {
            return source.next();
        } catch (SQLException e) {
            RuntimeException failure = source.failure(e);
            endWith(failure);
            throw failure;
        } catch (Throwable e) {
            endWith(e);
            throw e;
        }
    }

    private void endWith(Throwable failure) {
        source.close();
        onFailure.accept(failure);
    }
}
