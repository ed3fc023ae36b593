package dev.lockproof.testservers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the servers share. */
final class Processes {

    private Processes() {}

    /** Reads a system property, or the environment variable that is named like it. */
    static @Nullable String setting(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            value = System.getenv(property.toUpperCase(Locale.ROOT).replace('.', '_'));
        }
        return value == null || value.isBlank() ? null : value;
    }

    /** Makes an empty folder under {@code target}, and deletes those of JVMs that are gone. */
    static synchronized Path newDirectory(String name) {
        try {
            Path parent = Path.of("target", name).toAbsolutePath();
            Files.createDirectories(parent);
            Path lock = parent.resolveSibling(name + ".lock");
            try (FileChannel only = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock unused = only.lock(); // other JVMs delete, too
                deleteAbandoned(parent);
            }
            return Files.createTempDirectory(parent, ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder could be made under target", e);
        }
    }

    private static void deleteAbandoned(Path parent) throws IOException {
        try (Stream<Path> earlier = Files.list(parent)) {
            earlier.filter(Processes::isAbandoned).forEach(Processes::delete);
        }
    }

    private static boolean isAbandoned(Path directory) {
        String name = directory.getFileName().toString();
        long pid = Long.parseLong(name.substring(0, name.indexOf('-'))); // also of a log beside a folder
        return !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Delete the data of an earlier run yourself: " + directory, e);
        }
    }

    /** Copies a folder to where there is none, or an empty one. */
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file));
                if (!Files.isDirectory(copy)) {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't be copied: " + from, e);
        }
    }

    /** Deletes what is in a folder, if it is there, but for what is to be kept. */
    static void clear(Path directory, String... kept) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> !List.of(kept).contains(file.getFileName().toString()))
                    .forEach(Processes::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't be cleared: " + directory, e);
        }
    }

    /** Ends a process and its children at once, and waits until they are gone. */
    static void kill(ProcessHandle process) {
        Stream.concat(Stream.of(process), process.descendants()).toList().forEach(Processes::end);
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        try {
            process.onExit().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a server was ending", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A server did not end", e);
        }
    }
}
