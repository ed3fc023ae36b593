package dev.lockproof.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * The sources of a made-up program. The same size always gives the same sources.
 *
 * @param directory where they are
 */
record Program(Path directory) {

    private static final long SEED = 42;
    private static final int CLASSES_PER_PACKAGE = 20;

    /** Writes a program. */
    static Program write(Path directory, int size) throws IOException {
        Program program = new Program(directory);
        Random random = new Random(SEED);
        for (int i = 0; i < size; i++) {
            String packageName = "program.part" + i / CLASSES_PER_PACKAGE;
            EntityShape entity = EntityShape.random(packageName, "Item" + i, random);
            write(program.entities(), packageName, entity.name(), EntitySource.of(entity));
            write(program.users(), packageName, entity.name() + "Service", UserSource.of(entity));
            write(program.plain(), packageName, "Report" + i, PlainSource.of(packageName, "Report" + i, random));
        }
        return program;
    }

    Path entities() {
        return directory.resolve("entities");
    }

    Path users() {
        return directory.resolve("users");
    }

    /** The classes that know nothing of locks. */
    Path plain() {
        return directory.resolve("plain");
    }

    /** What the processor makes of the entities. */
    Path generated() {
        return directory.resolve("generated");
    }

    /** Runs the processor, to have its output as plain sources. */
    void generate(Javac javac, Extensions processor) throws IOException, InterruptedException {
        javac.generate(List.of(entities()), processor, generated());
    }

    private static void write(Path root, String packageName, String className, String source) throws IOException {
        Path directory = Files.createDirectories(root.resolve(packageName.replace('.', '/')));
        Files.writeString(directory.resolve(className + ".java"), source);
    }
}
