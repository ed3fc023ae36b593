package dev.lockproof.checker;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs javac in a JVM of its own, as a build does. */
final class Javac {

    private Javac() {}

    /**
     * Compiles with the checker on the processor path.
     *
     * @param jvmFlags flags of the compiler's JVM
     * @param arguments compiler options and files
     * @return everything that it printed, after the exit code
     */
    static Result compile(List<String> jvmFlags, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        // It has no time to get warm.
        command.add("-J-XX:TieredStopAtLevel=1");
        command.add("-J-XX:+UseSerialGC");
        jvmFlags.forEach(flag -> command.add("-J" + flag));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(Map.of("JAVA_TOOL_OPTIONS", "", "JDK_JAVAC_OPTIONS", "")::containsKey);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** The class path of the test, which holds the checker and all that it needs. */
    static String classPath(Path... more) {
        StringBuilder all = new StringBuilder(System.getProperty("java.class.path"));
        for (Path entry : more) {
            all.append(File.pathSeparator).append(entry);
        }
        return all.toString();
    }

    /** The flags that open javac's internals to the framework. */
    static List<String> openFlags() {
        return java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .toList();
    }

    record Result(int exitCode, String output) {}
}
