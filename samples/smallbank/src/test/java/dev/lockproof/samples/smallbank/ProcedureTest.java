package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProcedureTest {

    @Test
    void weightsAddUpToAHundred() {
        assertThat(Arrays.stream(Procedure.values())
                        .mapToInt(Procedure::percent)
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void proceduresAreDrawnByTheirWeights() {
        SplittableRandom random = new SplittableRandom(1);
        Map<Procedure, Integer> drawn = new EnumMap<>(Procedure.class);
        for (int i = 0; i < 100_000; i++) {
            drawn.merge(Procedure.draw(random), 1, Integer::sum);
        }
        drawn.forEach((procedure, count) -> assertThat(count / 1_000.0).isCloseTo(procedure.percent(), within(1.0)));
    }
}
