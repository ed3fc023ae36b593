package dev.lockproof.rules;

import dev.lockproof.rules.testing.Source;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GeneratedCodeTest {

    @Test
    void isSilentAboutWhatTheProcessorGenerates() throws IOException {
        Fixtures.rules().check(Fixtures.bank());
    }

    @Test
    void isNotFooledByTheAnnotationAlone() {
        Fixtures.rules().check(Source.of("Fake.java", """
                import dev.lockproof.*;
                import dev.lockproof.annotations.*;
                import javax.annotation.processing.Generated;

                @Entity
                class Thing {}

                @Generated("dev.lockproof.processor.EntityProcessor")
                abstract class Fake implements LockProof<Thing> {} // error: [proof.forged]

                @Generated("someone.else")
                abstract class LockedThing implements LockProof<Thing> {} // error: [proof.forged]
                """));
    }

    @Test
    void isNotFooledByTheNameOfWhatIsNoEntity() {
        Fixtures.rules().check(Source.of("Plain.java", """
                import dev.lockproof.*;
                import javax.annotation.processing.Generated;

                class Plain {}

                @Generated("dev.lockproof.processor.EntityProcessor")
                abstract class LockedPlain implements LockProof<Plain> {} // error: [proof.forged]
                """));
    }

    @Test
    void checksWhatIsNestedInAGeneratedName() {
        Fixtures.rules().check(Source.of("Outer.java", """
                import dev.lockproof.*;
                import dev.lockproof.annotations.*;
                import javax.annotation.processing.Generated;

                class Outer {
                    @Entity
                    static class Thing {} // error: [entity.not.generated]

                    @Generated("dev.lockproof.processor.EntityProcessor")
                    abstract static class LockedThing implements LockProof<Thing> {} // error: [proof.forged]
                }
                """));
    }

    @Test
    void checksCodeInPackagesThatOnlyLookLikeOurs() {
        Fixtures.rules().check(Source.of("Sample.java", """
                package dev.lockproof.samples;

                import dev.lockproof.*;

                abstract class Sample implements LockProof<String> {} // error: [proof.forged]
                """));
    }
}
