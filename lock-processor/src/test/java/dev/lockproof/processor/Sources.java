package dev.lockproof.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sources among the test resources. */
final class Sources {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+)");
    private static final Pattern TYPE = Pattern.compile("(?m)\\b(?:class|interface|@interface|enum|record) (\\w+)");

    private Sources() {}

    static Path directory(String name) {
        try {
            return Path.of(Objects.requireNonNull(Sources.class.getResource("/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String read(String name) {
        return read(directory(name));
    }

    static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource of the processor itself. */
    static String resource(String name) {
        try (InputStream in = EntityProcessor.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a directory of the test resources, in a fixed order. */
    static List<Path> below(String name) {
        try (Stream<Path> files = Files.walk(directory(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The qualified name of the first type in a source. */
    static String typeName(String source) {
        Matcher inPackage = PACKAGE.matcher(source);
        String prefix = inPackage.find() ? inPackage.group(1) + "." : "";
        Matcher type = TYPE.matcher(source);
        return prefix + (type.find() ? type.group(1) : "package-info");
    }
}
