package dev.lockproof.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Makes of the data of a PostgreSQL server those of one that follows it. */
final class Standbys {

    /** What says that a server is running. */
    private static final List<String> OF_A_RUNNING_SERVER = List.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private Standbys() {}

    /**
     * Copies the data of a server that does not run.
     *
     * @param port on which that is going to run
     */
    static void copy(Path primary, Path standby, int port, String user) {
        try (Stream<Path> files = Files.walk(primary)) {
            for (Path from : files.toList()) {
                if (!OF_A_RUNNING_SERVER.contains(from.getFileName().toString())) {
                    Files.copy(
                            from,
                            standby.resolve(primary.relativize(from).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            Files.createFile(standby.resolve("standby.signal"));
            Files.writeString(
                    standby.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=" + port + " user=" + user + " password=postgres'\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The data of a server can't be copied to " + standby, e);
        }
    }
}
