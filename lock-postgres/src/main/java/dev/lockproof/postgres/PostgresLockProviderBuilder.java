package dev.lockproof.postgres;

import dev.lockproof.spi.Holder;
import java.time.Duration;
import javax.sql.DataSource;

/** Builds a {@link PostgresLockProvider}. Not thread-safe. */
public final class PostgresLockProviderBuilder {

    final DataSource dataSource;
    DataSource listenOn;
    String table = LeaseSql.DEFAULT_TABLE;
    Holder holder = Holder.ofThisProcess();
    Duration timeout = Duration.ofSeconds(10);
    Duration keepAlive = Duration.ofSeconds(10);
    Duration purgeAfter = Duration.ofDays(7);
    int oldestMajor = Database.OLDEST_MAJOR;

    PostgresLockProviderBuilder(DataSource dataSource) {
        this.dataSource = dataSource;
        this.listenOn = dataSource;
    }

    /**
     * Sets where the connection that listens for releases comes from. The data source of the statements by default.
     *
     * <p>Needed where that one leads through a pooler in transaction mode, such as PgBouncer's, which forgets who listens, or
     * hides the driver's own connections.
     *
     * @param direct a data source that leads to the same database without such a pooler, for example the driver's
     *     {@code PGSimpleDataSource}
     * @return this builder
     */
    public PostgresLockProviderBuilder listenOn(DataSource direct) {
        this.listenOn = direct;
        return this;
    }

    /**
     * Sets the table of the leases. {@code lockproof_lease} by default. Providers with the same table lock each other out.
     *
     * @param name its name, with the schema and a dot before it where the schema is not on the search path; taken literally,
     *     with capitals
     * @return this builder
     * @throws IllegalArgumentException if the name has empty parts, or more than two
     */
    public PostgresLockProviderBuilder table(String name) {
        LeaseSql.of(name);
        this.table = name;
        return this;
    }

    /**
     * Sets how the table and messages call this process where they say who holds a lock. Process number and host by default.
     *
     * @param name for people, such as {@code payments-7}
     * @return this builder
     */
    public PostgresLockProviderBuilder processName(String name) {
        this.holder = Holder.of(name);
        return this;
    }

    /**
     * Sets how long the server may take to answer a statement before the connection is taken to be broken. 10 s by default; a
     * shorter one of the data source stays.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if it is out of this range
     */
    public PostgresLockProviderBuilder timeout(Duration timeout) {
        if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The timeout is " + timeout + ": give from 1 ms to 24 days");
        }
        this.timeout = timeout;
        return this;
    }

    /**
     * Sets after which time without any use a row is deleted. 7 days by default. Tokens go on growing when the key is used again.
     *
     * @param unused longer than any lease
     * @return this builder
     * @throws IllegalArgumentException if it is less than a minute
     */
    public PostgresLockProviderBuilder purgeAfter(Duration unused) {
        if (unused.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "Rows would be purged after " + unused + " without use: give a minute or more");
        }
        this.purgeAfter = unused;
        return this;
    }

    /**
     * Makes the provider. Nothing is asked of the database yet.
     *
     * @return a provider of its own; it does not change with this builder
     */
    public PostgresLockProvider build() {
        return new PostgresLockProvider(this);
    }
}
