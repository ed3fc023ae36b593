package dev.lockproof.benchmarks.compile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs the javac of this JDK in a process of its own, as build tools do that fork.
 *
 * @param classPath what the sources are compiled against
 * @param directory where arguments and class files are written
 */
record Javac(List<Path> classPath, Path directory) {

    /** Compiles, and tells how long the process took. */
    double seconds(List<Path> sources, Extensions extensions) throws IOException, InterruptedException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        try {
            return run(sources, extensions, List.of("-d", classes.toString()));
        } finally {
            Directories.delete(classes);
        }
    }

    /** Only generates sources. */
    void generate(List<Path> sources, Extensions extensions, Path generated) throws IOException, InterruptedException {
        Files.createDirectories(generated);
        run(sources, extensions, List.of("-proc:only", "-s", generated.toString()));
    }

    private double run(List<Path> sources, Extensions extensions, List<String> output)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(output);
        arguments.addAll(List.of("-classpath", joined(classPath), "-Xlint:none"));
        arguments.addAll(
                extensions.path().isEmpty()
                        ? List.of("-proc:none")
                        : List.of("-processorpath", joined(extensions.path())));
        for (Path source : sources) {
            Directories.sources(source).forEach(file -> arguments.add(file.toString()));
        }
        Path argumentFile = Files.write(directory.resolve("arguments"), quoted(arguments));
        Path log = directory.resolve("javac.log");

        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(extensions.jvmArguments());
        command.add("@" + argumentFile);
        long start = System.nanoTime();
        Process javac = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = javac.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != 0) {
            throw new IllegalStateException("javac failed:\n" + Files.readString(log));
        }
        return seconds;
    }

    private static String joined(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> quoted(List<String> arguments) {
        return arguments.stream()
                .map(argument -> '"' + argument.replace("\\", "\\\\") + '"')
                .toList();
    }
}
