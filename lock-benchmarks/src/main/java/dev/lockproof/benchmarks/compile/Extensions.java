package dev.lockproof.benchmarks.compile;

import java.nio.file.Path;
import java.util.List;

/**
 * What javac finds on its processor path, and what its JVM needs for that.
 *
 * @param path the processor path
 * @param jvmArguments arguments of the compiler's JVM
 */
record Extensions(List<Path> path, List<String> jvmArguments) {

    /** Javac alone. */
    static final Extensions NONE = new Extensions(List.of(), List.of());
}
