package dev.lockproof.samples.misuse;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs the compiler with the processor, the plugin and the checker on the processor path, as a user's build does. */
public final class Javac {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** For all compilations, one after the other: a new one would open each jar of the class path again. */
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private Javac() {}

    /**
     * Compiles source files.
     *
     * @param root the folder that file names in the output are relative to
     * @param sources the files
     * @param classes where the classes go
     * @return what the compiler said
     */
    public static Compilation compile(Path root, List<Path> sources, Path classes) {
        String path = System.getProperty("java.class.path");
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-s",
                classes.toString(),
                "-classpath",
                classes + System.getProperty("path.separator") + path,
                "-processorpath",
                path,
                "--release",
                "17",
                "-Xlint:-options");
        StringWriter output = new StringWriter();
        boolean successful = COMPILER.getTask(
                        output, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(sources))
                .call();
        return new Compilation(successful, output.toString().replace(root + System.getProperty("file.separator"), ""));
    }
}
