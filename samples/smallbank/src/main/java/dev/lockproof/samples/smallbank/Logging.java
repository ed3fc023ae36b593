package dev.lockproof.samples.smallbank;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.logging.LogManager;

/** What of the logs is shown to who runs the sample: see {@code logging.properties}. */
final class Logging {

    private static final String OWN = "java.util.logging.config.file";

    private Logging() {}

    /** Reads the sample's configuration, unless the JVM was started with another one. */
    static void configure() throws IOException {
        if (System.getProperty(OWN) != null) {
            return;
        }
        try (InputStream configuration = Logging.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(Objects.requireNonNull(configuration));
        }
    }
}
