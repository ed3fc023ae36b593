package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StubsTest {

    @Test
    void readsCommentsBlankLinesAndAllFacts() {
        assertThatNoException()
                .isThrownBy(() -> new Stubs()
                        .read(Stream.of("# comment", "", "inline a.B#c", "acquires a.B#c", "entry a.B"), "test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inline a.B", "acquires", "entry a.B#c", "keeps a.B#c", "inline a.B#c d", "entry"})
    void refusesLinesThatMakeNoSense(String line) {
        assertThatThrownBy(() -> new Stubs().read(Stream.of(line), "my.stub"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a line of a stub file: \"" + line + "\" in my.stub");
    }
}
