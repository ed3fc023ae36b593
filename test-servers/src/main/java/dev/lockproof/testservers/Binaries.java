package dev.lockproof.testservers;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Finds the archive of a PostgreSQL server on the class path. */
final class Binaries {

    private Binaries() {}

    /** The names are those that the archives have; see {@link PgBinaryResolver}. */
    static InputStream open(PostgresServer.Version version, String system, String machine) throws IOException {
        String folder = version == PostgresServer.Version.OLD ? "/dev/lockproof/testservers/old/" : "/";
        String architecture = machine.equals("amd64") ? "x86_64" : machine.equals("aarch64") ? "arm_64" : machine;
        String name = folder + "postgres-" + system.toLowerCase(Locale.ROOT) + "-" + architecture + ".txz";
        InputStream archive = Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException(
                    "There is no " + name + " on the class path: start a server yourself, and give its URL "
                            + "by -Dlockproof.test.postgres.url=jdbc:postgresql://…");
        }
        return archive;
    }
}
