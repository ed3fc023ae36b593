package dev.lockproof.benchmarks.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** A processor for an annotation that nobody uses: what it costs, any processor costs. */
public final class IdleProcessor extends AbstractProcessor {

    /** Called by javac. */
    public IdleProcessor() {}

    /** Writes a jar with this processor alone. */
    static Path jar(Path jar) throws IOException {
        String name = IdleProcessor.class.getName();
        String file = name.replace('.', '/') + ".class";
        try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = IdleProcessor.class.getResourceAsStream("/" + file)) {
            to.putNextEntry(new JarEntry(file));
            Objects.requireNonNull(code, file).transferTo(to);
            to.putNextEntry(new JarEntry("META-INF/services/" + Processor.class.getName()));
            to.write(name.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("nowhere.Used");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }
}
