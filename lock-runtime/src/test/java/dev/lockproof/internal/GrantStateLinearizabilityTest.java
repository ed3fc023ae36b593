package dev.lockproof.internal;

import dev.lockproof.internal.GrantState.Phase;
import java.util.List;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** Each method of the life of a grant is one atomic step. */
public class GrantStateLinearizabilityTest {

    private final GrantState state = new GrantState();

    @Operation
    public boolean grant() {
        return state.grant();
    }

    @Operation
    public boolean cancel() {
        return state.cancel();
    }

    @Operation
    public int lose() {
        List<Runnable> actions = state.lose("a test said so");
        return actions == null ? -1 : actions.size();
    }

    @Operation
    public Phase add() {
        return state.addLossAction(() -> {});
    }

    @Operation
    public Phase release() {
        return state.release();
    }

    @Operation
    public Phase phase() {
        return state.phase();
    }

    @Test
    void underAllSchedules() {
        new ModelCheckingOptions()
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(2)
                .iterations(5)
                .invocationsPerIteration(300)
                .check(getClass());
    }
}
