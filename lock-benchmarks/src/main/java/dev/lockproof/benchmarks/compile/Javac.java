package dev.lockproof.benchmarks.compile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs the javac of this JDK in a process of its own, as build tools do that fork.
 *
 * @param classPath what the sources are compiled against
 * @param directory where arguments and class files are written
 * @param options further options of every compilation
 */
record Javac(List<Path> classPath, Path directory, List<String> options) {

    private static final long LOOK_EVERY_MILLIS = 10;

    /** Compiles, and tells what the process took. */
    Cost compile(List<Path> sources, Extensions extensions) throws IOException, InterruptedException {
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
        // The processor's resources go where classes would: unless told, into the current directory.
        run(sources, extensions, List.of("-proc:only", "-s", generated.toString(), "-d", generated.toString()));
    }

    private Cost run(List<Path> sources, Extensions extensions, List<String> output)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(output);
        arguments.addAll(options);
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
        Duration cpu = Duration.ZERO;
        while (!javac.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            cpu = javac.info().totalCpuDuration().orElse(cpu); // known only of a process that runs
        }
        Cost cost = new Cost((System.nanoTime() - start) / 1e9, cpu.toNanos() / 1e9);
        if (javac.exitValue() != 0) {
            throw new IllegalStateException("javac failed:\n" + Files.readString(log));
        }
        return cost;
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
