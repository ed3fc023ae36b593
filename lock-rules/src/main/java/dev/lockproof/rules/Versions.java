package dev.lockproof.rules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Notices artifacts of ours in several versions. All processors of a build share a class loader, so one of them would run
 * with classes of the other.
 */
final class Versions {

    private static final List<String> ARTIFACTS =
            List.of("lock-processor", "lock-checker", "lock-rules", "lock-annotations", "lock-runtime");

    private final Map<String, TreeSet<String>> known = new TreeMap<>();

    /** Looks at what a class loader can see. Artifacts that bring no version, such as folders of classes, don't count. */
    static Versions of(ClassLoader loader) {
        Versions versions = new Versions();
        for (String artifact : ARTIFACTS) {
            try {
                for (URL url : Collections.list(loader.getResources(resource(artifact)))) {
                    URLConnection connection = url.openConnection();
                    connection.setUseCaches(false);
                    try (InputStream in = connection.getInputStream()) {
                        versions.add(artifact, in);
                    }
                }
            } catch (IOException e) {
                versions.add(artifact, "unreadable (" + e + ")");
            }
        }
        return versions;
    }

    static String resource(String artifact) {
        return "META-INF/lockproof/" + artifact + ".version";
    }

    void add(String artifact, InputStream version) throws IOException {
        add(artifact, new String(version.readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    private void add(String artifact, String version) {
        known.computeIfAbsent(artifact, name -> new TreeSet<>()).add(version);
    }

    /** Says which artifacts differ, if any do. */
    Optional<String> problem() {
        TreeSet<String> all =
                known.values().stream().flatMap(TreeSet::stream).collect(Collectors.toCollection(TreeSet::new));
        if (all.size() < 2) {
            return Optional.empty();
        }
        String list = known.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(" and ", entry.getValue()))
                .collect(Collectors.joining(", "));
        return Optional.of("""
                [versions.differ] This compilation mixes versions of Lockproof: %s.
                They are made for each other only in one version: name it once, as a property or through lock-bom, and use it
                for the dependencies and on the processor path alike.
                See docs/errors/versions.differ.md""".formatted(list));
    }
}
