package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StubsTest {

    @Test
    void readsCommentsBlankLinesAndAllFacts() {
        Stubs stubs = new Stubs();
        stubs.read(Stream.of("# comment", "", "inline a.B#c", "acquires a.B#c", "entry a.B", "waits a.B#c"), "test");
        assertThat(stubs.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"inline a.B", "acquires", "entry a.B#c", "keeps a.B#c", "inline a.B#c d", "entry", "waits a.B"})
    void refusesLinesThatMakeNoSense(String line) {
        Stubs stubs = new Stubs();
        stubs.read(Stream.of(line), "my.stub");
        assertThat(stubs.problems()).containsExactly("\"" + line + "\" in my.stub is no line of a stub file.");
    }

    @Test
    void saysWhichFileItCannotRead() {
        Stubs stubs = new Stubs();
        stubs.read(Path.of("missing.stub"));
        assertThat(stubs.problems()).singleElement().asString().contains("missing.stub", "can't be read");
    }
}
