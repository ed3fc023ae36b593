package dev.lockproof.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strict build needs nobody else to claim our annotations, and nobody else is kept from running. */
class UnclaimedAnnotationsTest {

    private static final String ORDER = Sources.read("golden/input/Order.java");

    @Test
    void aBuildInWhichEveryWarningIsAnErrorPasses() {
        assertThat(Compilations.compile(ORDER).status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @Test
    void withoutTheClaimItWouldFail() {
        Compilation compilation =
                Compilations.compile(List.of(new EntityProcessor()), List.of("-Xlint:all", "-Werror"), ORDER);

        assertThat(Compilations.messages(compilation)).anyMatch(message -> message.contains("No processor claimed"));
    }

    @Test
    void noneOfTheOtherProcessorsClaims() {
        Compilation compilation = Compilations.compile(
                List.of(new EntityProcessor(), new QualifierProcessor()), List.of("-Xlint:processing"), ORDER);

        assertThat(Compilations.messages(compilation))
                .anyMatch(message -> message.contains("No processor claimed")
                        && message.contains("dev.lockproof.annotations.Entity"));
    }

    /** With nothing but our annotations in the source, a claim would be the end of the round for those behind us. */
    @Test
    void aProcessorBehindOursStillRuns(@TempDir Path directory) throws IOException {
        Path service = directory.resolve("path/META-INF/services/javax.annotation.processing.Processor");
        Files.createDirectories(service.getParent());
        Files.writeString(service, Follower.class.getName());
        Path entity = Files.writeString(
                directory.resolve("Order.java"),
                "import dev.lockproof.annotations.*;\n@Entity public record Order(@Id String id) {}");
        StringWriter messages = new StringWriter();
        String path = System.getProperty("java.class.path");

        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, UTF_8)) {
            List<String> options = List.of(
                    "-classpath",
                    path,
                    "-processorpath",
                    path + File.pathSeparator + directory.resolve("path"),
                    "-d",
                    directory.toString());
            assertThat(javac.getTask(messages, manager, null, options, null, manager.getJavaFileObjects(entity))
                            .call())
                    .as("%s", messages)
                    .isTrue();
        }

        assertThat(messages.toString()).contains("saw Order");
    }

    /** Tells what it sees. */
    @SupportedAnnotationTypes("*")
    public static final class Follower extends AbstractProcessor {

        /** Called by the compiler. */
        public Follower() {}

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            round.getRootElements()
                    .forEach(root -> processingEnv
                            .getMessager()
                            .printMessage(Diagnostic.Kind.NOTE, "saw " + root.getSimpleName()));
            return false;
        }
    }
}
