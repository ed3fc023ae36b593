package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.annotations.Entity;
import dev.lockproof.rules.Rules;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The libraries of the processor are left out of the processor path, so that javac fails as soon as one of their classes
 * is asked for. It runs in a process of its own, since here the tests' class path has them all.
 */
class NoEntityTest {

    @TempDir
    private Path folder;

    @Test
    void withoutAnEntityNoLibraryIsLoaded() throws Exception {
        assertThat(compile("abstract class Plain { @Deprecated abstract String name(int number); }"))
                .isEmpty();
    }

    @Test
    void withAnEntityTheyAre() throws Exception {
        assertThat(compile("@dev.lockproof.annotations.Entity class Plain {}")).contains("NoClassDefFoundError");
    }

    private String compile(String source) throws IOException, InterruptedException, URISyntaxException {
        Path file = Files.writeString(folder.resolve("Plain.java"), source);
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-processorpath",
                        home(EntityProcessor.class) + File.pathSeparator + home(Rules.class),
                        "-classpath",
                        home(Entity.class),
                        "-d",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(javac.getInputStream().readAllBytes(), Charset.defaultCharset());
        javac.waitFor();
        return output;
    }

    private static String home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
