package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** An entity that names a type that another processor has yet to generate waits for it. */
class DeferralTest {

    private static final String ENUM = "package bank; public enum Status { OPEN }";
    private static final String SUPERCLASS = """
            package bank;
            public abstract class Identified {
                @dev.lockproof.annotations.Id private final String id;
                protected Identified(String id) { this.id = id; }
                public String getId() { return id; }
            }
            """;
    private static final String CONVERTER = """
            package bank;
            public class StatusConverter implements dev.lockproof.annotations.AttributeConverter<Integer, String> {
                public StatusConverter() {}
                @Override public String toColumn(Integer status) { return "" + status; }
                @Override public Integer toProperty(String status) { return Integer.valueOf(status); }
            }
            """;

    @Test
    void waitsForThePropertysType() {
        assertThat(generate(
                        Map.of(1, ENUM),
                        "package bank; @dev.lockproof.annotations.Entity record Order(\n"
                                + "@dev.lockproof.annotations.Id String id, Status status) {}"))
                .contains("ColumnType.enumeration(Status.class)");
    }

    @Test
    void waitsForTheTypeOfAComponentOfTheId() {
        assertThat(generate(Map.of(1, ENUM), """
                        package bank;
                        @dev.lockproof.annotations.Entity
                        record Order(@dev.lockproof.annotations.Id Key key) {
                            record Key(String id, Status status) {}
                        }
                        """)).contains("ColumnType.enumeration(Status.class)");
    }

    @Test
    void waitsForTheConverter() {
        assertThat(generate(Map.of(1, CONVERTER), """
                        package bank;
                        @dev.lockproof.annotations.Entity
                        record Order(@dev.lockproof.annotations.Id String id,
                            @dev.lockproof.annotations.Convert(StatusConverter.class) int status) {}
                        """)).contains("new StatusConverter()");
    }

    @Test
    void waitsForTheSuperclass() {
        assertThat(generate(Map.of(1, SUPERCLASS), """
                        package bank;
                        @dev.lockproof.annotations.Entity
                        class Order extends Identified {
                            Order(String id) { super(id); }
                        }
                        """)).contains("TextField<Order> ID");
    }

    @Test
    void waitsSeveralRounds() {
        assertThat(generate(Map.of(1, "package bank; class Unrelated {}", 2, ENUM), """
                        package bank;
                        @dev.lockproof.annotations.Entity
                        record Order(@dev.lockproof.annotations.Id String id, Status status) {}
                        """))
                .contains("ColumnType.enumeration(Status.class)");
    }

    @Test
    void doesNotWaitForWhatItsMethodsName() {
        assertThat(generate(Map.of(1, "package bank; class Unrelated {}", 2, ENUM), """
                        package bank;
                        @dev.lockproof.annotations.Entity
                        record Order(@dev.lockproof.annotations.Id String id) {
                            Status status(LockedOrder order, OrderRepository orders) { return Status.OPEN; }
                        }
                        """))
                .contains("TextField<Order> ID");
    }

    @Test
    void aTypeThatNeverComesIsReportedTogetherWithTheEntityThatWaitsForIt() {
        Compilation compilation = compile(Map.of(), """
                package bank;
                @dev.lockproof.annotations.Entity
                record Order(@dev.lockproof.annotations.Id String id,
                    Statsu status) {}
                """);

        assertThat(Compilations.messages(compilation))
                .satisfiesExactlyInAnyOrder(
                        message ->
                                assertThat(message).contains("Order.java:4: ERROR: cannot find symbol", "class Statsu"),
                        message ->
                                assertThat(message).contains("Order.java:3: ERROR: ", "not all of its dependencies"));
    }

    private static String generate(Map<Integer, String> later, String entity) {
        Compilation compilation = compile(later, entity);
        assertThat(Compilations.messages(compilation)).isEmpty();
        return Compilations.generated(compilation).get("OrderFields.java");
    }

    private static Compilation compile(Map<Integer, String> later, String entity) {
        List<Processor> processors =
                List.of(new EntityProcessor(), new QualifierProcessor(), new Later(later), new UnclaimedAnnotations());
        return Compilations.compile(processors, List.of("-Xlint:all,-auxiliaryclass", "-Werror"), entity);
    }

    /** Generates a type in each of some rounds. */
    private static final class Later extends AbstractProcessor {

        private final Map<Integer, String> sources;
        private int round;

        Later(Map<Integer, String> sources) {
            this.sources = new TreeMap<>(sources);
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            round++;
            String source = sources.get(round);
            if (source != null) {
                try (Writer out = processingEnv
                        .getFiler()
                        .createSourceFile(Sources.typeName(source))
                        .openWriter()) {
                    out.write(source);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
