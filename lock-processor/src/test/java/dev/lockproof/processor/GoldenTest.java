package dev.lockproof.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares what is generated with files that people have read. After a change on purpose, run the test with
 * {@code -Dlockproof.golden=src/test/resources/golden} to write them anew, and read them again.
 */
class GoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Order"})
    void generatesWhatWasRead(String entity) throws IOException {
        Map<String, String> generated = Compilations.generate(Sources.read("golden/input/" + entity + ".java"));

        String update = System.getProperty("lockproof.golden");
        if (update != null) {
            for (Map.Entry<String, String> file : generated.entrySet()) {
                Files.writeString(Path.of(update, entity, file.getKey()), file.getValue(), UTF_8);
            }
        }
        assertThat(generated)
                .containsOnlyKeys(
                        "Persistent" + entity + ".java",
                        "Locked" + entity + ".java",
                        entity + "Repository.java",
                        entity + "Fields.java",
                        entity + "Mapping.java");
        generated.forEach(
                (name, text) -> assertThat(text).as(name).isEqualTo(Sources.read("golden/" + entity + "/" + name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Order"})
    void describesTheTablesThatWereRead(String entity) throws IOException {
        Map<String, String> tables = Compilations.tables(Sources.read("golden/input/" + entity + ".java"));

        String update = System.getProperty("lockproof.golden");
        if (update != null) {
            for (Map.Entry<String, String> file : tables.entrySet()) {
                Files.writeString(Path.of(update, entity, file.getKey()), file.getValue(), UTF_8);
            }
        }
        assertThat(tables)
                .containsOnlyKeys(
                        "bank." + entity + ".postgresql.sql",
                        "bank." + entity + ".h2.sql",
                        "bank." + entity + ".mariadb.sql",
                        "bank." + entity + ".mysql.sql");
        tables.forEach(
                (name, text) -> assertThat(text).as(name).isEqualTo(Sources.read("golden/" + entity + "/" + name)));
    }

    @Test
    void usesNoReflectionAndNamesNoDate() {
        String all = String.join(
                "",
                Compilations.generate(Sources.read("golden/input/Order.java")).values());

        assertThat(all).doesNotContain("reflect", "Class.forName", "getDeclared", "invoke(", "date =");
        assertThat(all).contains("@Generated(\"dev.lockproof.processor.EntityProcessor\")", "@NullMarked");
    }
}
