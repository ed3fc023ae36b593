package dev.lockproof.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.internal.GrantState.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Runs the life of a grant in every order that some threads could bring about. That each method is one step, so that there
 * are no orders but these, is what {@code GrantStateLinearizabilityTest} checks.
 */
class GrantStateTest {

    /** One life, and all that was seen of it. */
    private static final class Life {

        final GrantState state = new GrantState();
        final List<String> ran = new ArrayList<>();
        final List<String> added = new ArrayList<>();
        final List<Phase> phases = new ArrayList<>(List.of(Phase.WAITING));
        int grants;
        int losses;
        int ends;

        void grant() {
            grants += state.grant() ? 1 : 0;
        }

        void cancel() {
            ends += state.cancel() ? 1 : 0;
        }

        void lose() {
            List<Runnable> actions = state.lose("a test said so");
            if (actions != null) {
                losses++;
                actions.forEach(Runnable::run);
            }
        }

        void add(String action) {
            Phase seen = state.addLossAction(() -> ran.add(action));
            if (seen == Phase.LOST) {
                ran.add(action);
            }
            if (seen == Phase.HELD || seen == Phase.LOST) {
                added.add(action);
            }
        }

        void release() {
            ends += state.release() == Phase.RELEASED ? 0 : 1;
        }

        void observe() {
            Phase now = state.phase();
            if (now != phases.get(phases.size() - 1)) {
                phases.add(now);
            }
        }
    }

    private static final List<List<Phase>> LIVES = List.of(
            List.of(Phase.WAITING, Phase.RELEASED),
            List.of(Phase.WAITING, Phase.HELD, Phase.RELEASED),
            List.of(Phase.WAITING, Phase.HELD, Phase.LOST, Phase.RELEASED));

    private int orders;

    @Test
    void everyInterleavingIsALife() {
        interleave(List.of(
                List.of(Life::grant, life -> life.add("a"), Life::release),
                List.of(Life::lose, Life::lose),
                List.of(life -> life.add("b"), life -> life.add("c"), Life::release),
                List.of(Life::cancel)));
        assertThat(orders).isEqualTo(5_040);
    }

    @Test
    void actionsRunInTheirOrder() {
        Life life = new Life();
        life.grant();
        life.add("a");
        life.add("b");
        life.lose();
        life.add("c");
        assertThat(life.ran).containsExactly("a", "b", "c");
    }

    @Test
    void theReasonOfALossIsKept() {
        GrantState state = new GrantState();
        assertThat(state.grant()).isTrue();
        assertThat(state.lose("its lease ran out")).isEmpty();
        assertThat(state.lose("another reason")).isNull();
        assertThat(state.reason()).isEqualTo("its lease ran out");
        assertThat(state.release()).isEqualTo(Phase.LOST);
        assertThat(state.reason()).isEqualTo("it was released");
    }

    private void interleave(List<List<Consumer<Life>>> threads) {
        interleave(threads, new int[threads.size()], new ArrayList<>());
    }

    private void interleave(List<List<Consumer<Life>>> threads, int[] done, List<Consumer<Life>> order) {
        boolean isComplete = true;
        for (int i = 0; i < done.length; i++) {
            if (done[i] < threads.get(i).size()) {
                isComplete = false;
                int[] next = Arrays.copyOf(done, done.length);
                next[i]++;
                List<Consumer<Life>> longer = new ArrayList<>(order);
                longer.add(threads.get(i).get(done[i]));
                interleave(threads, next, longer);
            }
        }
        if (isComplete) {
            orders++;
            check(order);
        }
    }

    private static void check(List<Consumer<Life>> order) {
        Life life = new Life();
        for (Consumer<Life> step : order) {
            step.accept(life);
            life.observe();
        }
        assertThat(LIVES).as("the phases").contains(life.phases);
        assertThat(life.grants).as("grants").isEqualTo(life.phases.contains(Phase.HELD) ? 1 : 0);
        assertThat(life.losses).as("losses").isEqualTo(life.phases.contains(Phase.LOST) ? 1 : 0);
        assertThat(life.ends).as("ends").isEqualTo(1);
        if (life.losses == 1) {
            assertThat(life.ran).as("each action once").containsExactlyInAnyOrderElementsOf(life.added);
        } else {
            assertThat(life.ran).as("no action without a loss").isEmpty();
        }
    }
}
