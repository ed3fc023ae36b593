package dev.lockproof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.NestedAcquisitionException;
import dev.lockproof.fuzz.Compiler.Compiled;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What docs/soundness.md says that the compiler can't see is stopped when it runs. */
class KnownLimitsTest {

    /** The first lock is released when the transaction is over, and not at the end of its block. */
    @Test
    void twoLocksInOneTransactionAreStoppedWhenTheyRun() throws IOException {
        String source = """
                import dev.lockproof.annotations.AcquiresLock;
                import dev.lockproof.fuzz.shop.*;

                public class Limit implements Program {
                    private final World world;

                    public Limit(World world) {
                        this.world = world;
                    }

                    @Override
                    @AcquiresLock
                    public void run() {
                        world.store().inTransaction(() -> {
                            try (LockedAccount first = world.accounts().lock("a")) {
                                world.accounts().save(first);
                            }
                            try (LockedAccount second = world.accounts().lock("b")) {
                                world.accounts().save(second);
                            }
                        });
                    }
                }
                """;
        try (Compiler compiler = Compiler.open()) {
            Compiled compiled = compiler.check(Map.of("Limit", source));
            assertThat(compiled.reports()).isEmpty();
            Optional<Throwable> fault = Runner.run("Limit", compiled.classes()).fault();
            assertThat(fault).containsInstanceOf(NestedAcquisitionException.class);
        }
    }
}
