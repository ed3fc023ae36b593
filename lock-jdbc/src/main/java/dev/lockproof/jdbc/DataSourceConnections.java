package dev.lockproof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** The connections of a data source, as they are. */
record DataSourceConnections(DataSource dataSource) implements ConnectionSource {

    DataSourceConnections {
        Objects.requireNonNull(dataSource, "dataSource");
    }

    @Override
    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }
}
