package dev.lockproof.rules;

import dev.lockproof.rules.testing.Source;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void sparesTheDeclarationThatAsksForItAndNoOther() {
        Fixtures.rules().check(Source.of("Keeper.java", """
                import dev.lockproof.*;

                class Keeper {
                    @SuppressWarnings("lockproof:proof.field")
                    LockProof<?> spared;

                    @SuppressWarnings({"unused", "lockproof:proof.field"})
                    static class Inner {
                        LockProof<?> spared;
                    }

                    @SuppressWarnings("lockproof:proof.array")
                    LockProof<?> otherRule; // error: [proof.field]

                    @SuppressWarnings("lockproof")
                    LockProof<?> noRule; // error: [proof.field]

                    LockProof<?> reported; // error: [proof.field]

                    @SuppressWarnings("lockproof:proof.array")
                    void method() {
                        LockProof<?>[] spared;
                    }

                    void local() {
                        @SuppressWarnings("lockproof:proof.array")
                        LockProof<?>[] spared;
                        LockProof<?>[] reported; // error: [proof.array]
                    }
                }
                """));
    }
}
