package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of a question, and what is not. */
class MemoTest {

    private final Memo<String, List<String>> memo = new Memo<>(ArrayList::new);
    private int askedFor;

    private List<String> ask(String question) {
        return memo.answer(question, () -> {
            askedFor++;
            return new ArrayList<>(List.of(question));
        });
    }

    private List<String> askInACircle(String question) {
        return memo.answer(question, () -> {
            memo.guess();
            return ask(question + " in a circle");
        });
    }

    @Test
    void anAnswerIsFoundOnce() {
        assertThat(ask("a")).containsExactly("a");
        assertThat(ask("a")).containsExactly("a");
        assertThat(ask("b")).containsExactly("b");
        assertThat(askedFor).isEqualTo(2);
    }

    @Test
    void whoChangesAnAnswerChangesItForNobodyElse() {
        ask("a").add("changed");
        ask("a").add("changed");
        assertThat(ask("a")).containsExactly("a");
        assertThat(askedFor).isEqualTo(1);
    }

    @Test
    void aGuessIsForgottenAndWhatIsCertainInsideOfItIsNot() {
        assertThat(askInACircle("a")).containsExactly("a in a circle");
        ask("a in a circle");
        assertThat(askedFor).isEqualTo(1);
        assertThat(ask("a")).containsExactly("a");
        assertThat(askedFor).isEqualTo(2);
    }

    @Test
    void whatWasClearedIsFoundAnew() {
        ask("a");
        memo.clear();
        ask("a");
        assertThat(askedFor).isEqualTo(2);
    }
}
