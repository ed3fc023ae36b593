package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockKeyTest {

    private static final List<String> TEXTS = List.of(
            "",
            "\u0000",
            "a",
            "aa",
            "ab",
            "a\u0000",
            "A",
            "\u007f",
            "\u0080",
            "\u00ff",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\ud800\udc00",
            "\ud800\udc01",
            "\udbff\udfff",
            "a\uffff",
            "a\ud800\udc00",
            "a\ud801\udc00");

    @Test
    void keysAreOrderedByTheirBytes() {
        for (String a : TEXTS) {
            for (String b : TEXTS) {
                int byBytes =
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(new LockKey(a).compareTo(new LockKey(b))))
                        .as("%s to %s", new LockKey(a), new LockKey(b))
                        .isEqualTo(Integer.signum(byBytes));
            }
        }
    }

    @Test
    void halfACharacterIsRefused() {
        for (String text : List.of("\ud800", "a\udc00", "\ud800a", "\udc00\ud800", "\ud800\ud800\udc00")) {
            assertThatThrownBy(() -> new LockKey(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("surrogate");
        }
    }

    @Test
    void aKeyIsShownInOneReadableLine() {
        assertThat(new LockKey("Account:42")).hasToString("Account:42");
        assertThat(new LockKey("")).hasToString("(the empty key)");
        assertThat(new LockKey("a\n\u001b[31m\u202e\u2028b")).hasToString("a\\u000a\\u001b[31m\\u202e\\u2028b");
        assertThat(new LockKey("x".repeat(10_000)).toString())
                .hasSizeLessThan(200)
                .endsWith("(10000 characters)");
    }
}
