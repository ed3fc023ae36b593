package dev.lockproof.benchmarks.postgres;

import dev.lockproof.benchmarks.network.Backend;
import dev.lockproof.benchmarks.network.Counter;
import dev.lockproof.benchmarks.network.Library;
import dev.lockproof.benchmarks.network.Scenario;
import dev.lockproof.testservers.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server with one database, in which each library has its tables. */
final class PostgresBackend implements Backend {

    private final PostgresServer server;
    private final String name;
    private final StatementCount statements;
    private final PostgresLibraries libraries;

    private PostgresBackend(PostgresServer server, String name, int poolSize) {
        this.server = server;
        this.name = name;
        String url = server.createDatabase();
        PostgresTables.create(PostgresServer.dataSource(url));
        this.statements = StatementCount.of(server, url);
        this.libraries = new PostgresLibraries(url, poolSize);
    }

    static PostgresBackend start(String fsync, int poolSize) {
        PostgresServer server = PostgresServer.start(PostgresServer.Version.NEW, Map.of("fsync", fsync));
        return new PostgresBackend(server, "PostgreSQL, fsync " + fsync, poolSize);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Library> libraries(Scenario scenario) {
        return switch (scenario) {
            case UNCONTENDED, WORKING, DISTINCT -> libraries.all();
            case SECTION -> libraries.withRows();
            case WAKEUP, CLIENTS, THREADS -> libraries.waiting();
        };
    }

    @Override
    public Counter requests() {
        return statements;
    }

    @Override
    public Optional<Counter> answersAwaited() {
        return Optional.of(new RoundTrips());
    }

    @Override
    public void close() {
        statements.close();
        server.close();
    }
}
