package dev.lockproof.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL server whose own clock can be moved, by libfaketime, which the developer has to name: the system property
 * {@code lockproof.test.faketime}, or the environment variable {@code LOCKPROOF_TEST_FAKETIME}, is the path of
 * {@code libfaketime.so.1}.
 */
public final class FaketimeServer implements AutoCloseable {

    /** Says how to have tests run that need it. */
    public static final String HOW_TO_NAME_IT = "No libfaketime is named: install it, and give its path by"
            + " -Dlockproof.test.faketime=/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    private final PostgresServer server;
    private final Path offset;
    private final Process process;
    private Duration ahead = Duration.ZERO;

    private FaketimeServer(PostgresServer server, Path offset, Process process) {
        this.server = server;
        this.offset = offset;
        this.process = process;
    }

    /** Starts a server, if the library is named; to be closed. */
    public static Optional<FaketimeServer> start() {
        return Optional.ofNullable(Processes.setting("lockproof.test.faketime")).map(FaketimeServer::start);
    }

    private static FaketimeServer start(String library) {
        PostgresServer server = PostgresServer.start(PostgresServer.Version.NEW);
        String program = ProcessHandle.of(server.pid())
                .flatMap(running -> running.info().command())
                .orElseThrow(() -> new IllegalStateException("The program of PostgreSQL is not known"));
        server.kill();
        Path offset = server.data().resolveSibling("clock");
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U")); // it refuses to be root
        }
        command.addAll(List.of(program, "-D", server.data().toString(), "-p", Integer.toString(server.port())));
        command.addAll(List.of("-c", "unix_socket_directories=", "-c", "fsync=off"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(server.data().resolveSibling("faketime.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "LD_PRELOAD",
                        library,
                        "FAKETIME_TIMESTAMP_FILE",
                        offset.toString(),
                        "FAKETIME_NO_CACHE",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"));
        try {
            Files.writeString(offset, "+0");
            FaketimeServer faked = new FaketimeServer(server, offset, builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(faked::close));
            Await.until("the server answers", faked::answers);
            return faked;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start; its files are in " + server.data(), e);
        }
    }

    private boolean answers() {
        try {
            DriverManager.getConnection(server.adminUrl()).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes an empty database and gives its JDBC URL, with user and password in it. */
    public String createDatabase() {
        return server.createDatabase();
    }

    /** Moves the server's clock, ahead or, by a negative duration, back. */
    public void move(Duration by) {
        ahead = ahead.plus(by);
        Path next = offset.resolveSibling("clock.next");
        try {
            Files.writeString(next, (ahead.isNegative() ? "" : "+") + ahead.toSeconds());
            Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The clock can't be moved", e);
        }
    }

    @Override
    public void close() {
        Processes.kill(process.toHandle());
    }
}
