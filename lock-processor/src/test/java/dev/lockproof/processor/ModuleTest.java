package dev.lockproof.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated code names only what the entity's module reads. */
class ModuleTest {

    @TempDir
    private Path directory;

    private final StringWriter messages = new StringWriter();

    @Test
    void aModuleNeedsNothingButTheRuntime() throws IOException {
        assertThat(compile("module bank { requires transitive dev.lockproof; exports bank; }"))
                .as("%s", messages)
                .isTrue();

        assertThat(repository()).contains("@NullMarked").doesNotContain("@Generated", "inMemory");
    }

    @Test
    void whatTheModuleReadsIsUsed() throws IOException {
        assertThat(compile("module bank { requires java.compiler; requires transitive dev.lockproof;"
                        + " requires dev.lockproof.memory; exports bank; }"))
                .as("%s", messages)
                .isTrue();

        assertThat(repository()).contains("@Generated", "inMemory");
    }

    private boolean compile(String module) throws IOException {
        Path declaration = Files.writeString(directory.resolve("module-info.java"), "/** A bank. */" + module, UTF_8);
        Path entity = Files.writeString(
                Files.createDirectories(directory.resolve("bank")).resolve("Order.java"),
                "package bank; import dev.lockproof.annotations.*;\n@Entity public record Order(@Id String id) {}",
                UTF_8);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, UTF_8)) {
            JavaCompiler.CompilationTask task = javac.getTask(
                    messages,
                    manager,
                    null,
                    List.of(
                            "-Xlint:all",
                            "-Werror",
                            "--release",
                            "17",
                            "--module-path",
                            System.getProperty("java.class.path"),
                            "-d",
                            directory.resolve("out").toString()),
                    null,
                    manager.getJavaFileObjects(declaration, entity));
            task.setProcessors(Compilations.processors());
            return task.call();
        }
    }

    private String repository() throws IOException {
        return Files.readString(directory.resolve("out/bank/OrderRepository.java"), UTF_8);
    }
}
