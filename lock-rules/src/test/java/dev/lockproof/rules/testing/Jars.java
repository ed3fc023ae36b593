package dev.lockproof.rules.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Packs folders. */
public final class Jars {

    private Jars() {}

    /**
     * Packs a folder of classes.
     *
     * @param folder what to pack
     * @param jar the file to write
     * @return the file
     * @throws IOException if it can't be written
     */
    public static Path of(Path folder, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> walked = Files.walk(folder)) {
            List<Path> files = walked.filter(Files::isRegularFile).sorted().toList();
            for (Path each : files) {
                out.putNextEntry(new JarEntry(folder.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
