package dev.lockproof.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a Redis server is started with.
 *
 * @param certificate what it shows by TLS, or null if it speaks none
 * @param environment what is added to its environment
 * @param arguments its command line
 */
record RedisSettings(
        RedisServer.Version version,
        @Nullable ServerCertificate certificate,
        Map<String, String> environment,
        Arguments arguments) {

    /** Gives the command line of a server, after the program's name. */
    @FunctionalInterface
    interface Arguments {
        List<String> of(RedisPorts ports, Path directory);
    }

    /**
     * Of one that keeps data, and writes each change to its disk before it answers.
     *
     * @param own as on the command line; what they say replaces what is said here
     */
    static RedisSettings of(RedisServer.Version version, @Nullable ServerCertificate certificate, String... own) {
        return new RedisSettings(
                version,
                certificate,
                Map.of(),
                (ports, directory) -> dataServer(ports, directory, certificate, List.of(own)));
    }

    /** Of the older one with a clock of its own, as its program takes a library before the system's. */
    static RedisSettings withClock(String faketime, double speed) {
        Map<String, String> environment = Map.of("LD_PRELOAD", faketime, "FAKETIME", "+0 x" + speed);
        return new RedisSettings(
                RedisServer.Version.OLD,
                null,
                environment,
                (ports, directory) -> dataServer(ports, directory, null, List.of()));
    }

    /**
     * Of a Sentinel that watches a primary under a name, and takes it for dead after a second and a half: it opens a broken
     * connection again after up to a second, and must not take the primary for dead meanwhile. Where each of several votes for
     * itself, they try again ten seconds later.
     */
    static RedisSettings ofSentinel(String name, int primaryPort, @Nullable ServerCertificate certificate) {
        List<String> watched = List.of(
                "sentinel monitor " + name + " 127.0.0.1 " + primaryPort + " 2",
                "sentinel down-after-milliseconds " + name + " 1500",
                "sentinel failover-timeout " + name + " 5000");
        return new RedisSettings(
                RedisServer.Version.NEW,
                certificate,
                Map.of(),
                (ports, directory) -> sentinel(ports, directory, certificate, watched));
    }

    private static List<String> dataServer(
            RedisPorts ports, Path directory, @Nullable ServerCertificate certificate, List<String> own) {
        List<String> arguments = new ArrayList<>();
        network(ports, certificate).forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        arguments.addAll(List.of("--dir", directory.toString(), "--save", "", "--appendonly", "yes"));
        arguments.addAll(List.of("--appendfsync", "always", "--repl-diskless-sync-delay", "0"));
        if (ports.announced() != ports.plain()) {
            arguments.addAll(announcements(ports));
        }
        arguments.addAll(own);
        return arguments;
    }

    /**
     * A replica tells its primary, and Sentinels ask that, where it is; one of a cluster tells all. The bus is for the servers
     * alone, so they reach each other there without a network between them.
     */
    private static List<String> announcements(RedisPorts ports) {
        String announced = Integer.toString(ports.announced());
        List<String> arguments = new ArrayList<>(List.of("--replica-announce-ip", "127.0.0.1"));
        arguments.addAll(List.of("--replica-announce-port", announced, "--cluster-announce-port", announced));
        arguments.addAll(List.of("--cluster-announce-bus-port", Integer.toString(ports.bus())));
        return arguments;
    }

    /** Sentinels write to their configuration, so it is a file. */
    private static List<String> sentinel(
            RedisPorts ports, Path directory, @Nullable ServerCertificate certificate, List<String> watched) {
        Path configuration = directory.resolve("sentinel.conf");
        Stream<String> network = network(ports, certificate).entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue());
        try {
            Files.write(configuration, Stream.concat(network, watched.stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The Sentinel can't be configured", e);
        }
        return List.of(configuration.toString(), "--sentinel");
    }

    /** Clients need no certificates. Servers trust each other's, which is the same one. */
    private static Map<String, String> network(RedisPorts ports, @Nullable ServerCertificate certificate) {
        Map<String, String> plain = Map.of("port", Integer.toString(ports.plain()), "bind", "127.0.0.1");
        if (certificate == null) {
            return plain;
        }
        Map<String, String> all = new HashMap<>(plain);
        all.put("tls-port", Integer.toString(ports.tls()));
        all.put("tls-cert-file", certificate.certificate().toString());
        all.put("tls-key-file", certificate.key().toString());
        all.put("tls-ca-cert-file", certificate.certificate().toString());
        all.put("tls-auth-clients", "no");
        all.put("tls-replication", "yes");
        all.put("tls-cluster", "yes");
        return all;
    }
}
