package dev.lockproof.benchmarks.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.NamedLock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;

/** A client with a connection pool of its own, which is closed with it. */
final class Pool implements Locking {

    private final HikariDataSource connections;
    private final Locking locking;

    private Pool(HikariDataSource connections, Locking locking) {
        this.connections = connections;
        this.locking = locking;
    }

    /** Opens a client. All connections of its pool are open before anything is measured. */
    static Pool open(String url, int size, Function<DataSource, Locking> library) {
        HikariDataSource connections = new HikariDataSource(config(url, size));
        while (connections.getHikariPoolMXBean().getTotalConnections() < size) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return new Pool(connections, library.apply(connections));
    }

    private static HikariConfig config(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.addDataSourceProperty("socketFactory", CountingSockets.class.getName());
        config.setMaximumPoolSize(size);
        return config;
    }

    @Override
    public NamedLock named(String name) {
        return locking.named(name);
    }

    @Override
    public void close() {
        locking.close();
        connections.close();
    }
}
