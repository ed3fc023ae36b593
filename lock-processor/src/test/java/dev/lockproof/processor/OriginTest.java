package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** What Gradle asks of an isolating processor: each file comes from exactly one element. */
class OriginTest {

    @Test
    void eachFileNamesItsEntityAndNothingElse() {
        Map<String, List<String>> origins = new LinkedHashMap<>();

        Compilation compilation = Compilations.compile(
                List.of(new Recording(new EntityProcessor(), origins), new UnclaimedAnnotations()),
                List.of("-Xlint:all", "-Werror"),
                Sources.read("golden/input/Account.java"),
                Sources.read("golden/input/Order.java"));

        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(origins)
                .hasSize(18)
                .allSatisfy((file, elements) ->
                        assertThat(elements).containsExactly(file.contains("Account") ? "bank.Account" : "bank.Order"));
    }

    @Test
    void allProcessorsAreMarkedAsIsolating() {
        assertThat(Sources.resource("META-INF/gradle/incremental.annotation.processors")
                        .lines())
                .containsExactlyElementsOf(Sources.resource("META-INF/services/javax.annotation.processing.Processor")
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(name -> name + ",isolating")
                        .toList());
    }

    @Test
    void theProcessorThatClaimsIsTheLastOne() {
        assertThat(Sources.resource("META-INF/services/javax.annotation.processing.Processor")
                        .lines())
                .last()
                .isEqualTo(UnclaimedAnnotations.class.getName());
    }

    @Test
    void allProcessorsThatAreNamedExist() {
        assertThat(Sources.resource("META-INF/services/javax.annotation.processing.Processor")
                        .lines())
                .filteredOn(line -> !line.startsWith("#"))
                .hasSizeGreaterThan(3)
                .allSatisfy(name -> assertThat(Class.forName(name)).isAssignableTo(Processor.class));
    }

    /** Hands on to a processor and writes down what it gives the filer. */
    private static final class Recording extends AbstractProcessor {

        private final Processor processor;
        private final Map<String, List<String>> origins;

        Recording(Processor processor, Map<String, List<String>> origins) {
            this.processor = processor;
            this.origins = origins;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(new RecordingEnvironment(environment, origins));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            processor.process(annotations, round);
            return false;
        }
    }

    private record RecordingEnvironment(ProcessingEnvironment real, Map<String, List<String>> origins)
            implements ProcessingEnvironment {

        @Override
        public Filer getFiler() {
            return new RecordingFiler(real.getFiler(), origins);
        }

        @Override
        public Map<String, String> getOptions() {
            return real.getOptions();
        }

        @Override
        public Messager getMessager() {
            return real.getMessager();
        }

        @Override
        public Elements getElementUtils() {
            return real.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return real.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return real.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return real.getLocale();
        }
    }

    private record RecordingFiler(Filer real, Map<String, List<String>> origins) implements Filer {

        @Override
        public JavaFileObject createSourceFile(CharSequence name, Element... elements) throws IOException {
            origins.put(
                    name.toString(), Stream.of(elements).map(Element::toString).toList());
            return real.createSourceFile(name, elements);
        }

        @Override
        public JavaFileObject createClassFile(CharSequence name, Element... elements) {
            throw new UnsupportedOperationException(name + Arrays.toString(elements));
        }

        @Override
        public FileObject createResource(
                JavaFileManager.Location location, CharSequence module, CharSequence name, Element... elements)
                throws IOException {
            assertThat(location).as("Gradle follows no others").isEqualTo(StandardLocation.CLASS_OUTPUT);
            origins.put(
                    name.toString(), Stream.of(elements).map(Element::toString).toList());
            return real.createResource(location, module, name, elements);
        }

        @Override
        public FileObject getResource(JavaFileManager.Location location, CharSequence module, CharSequence name)
                throws IOException {
            return real.getResource(location, module, name);
        }
    }
}
