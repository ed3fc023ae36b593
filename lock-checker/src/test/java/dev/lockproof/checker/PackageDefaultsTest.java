package dev.lockproof.checker;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Source;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package can't say of all its entities that they are locked or new. */
class PackageDefaultsTest {

    private static final String IMPORTS = """
            import dev.lockproof.annotations.Fresh;
            import dev.lockproof.annotations.Locked;
            import dev.lockproof.annotations.MaybeUnlocked;
            import org.checkerframework.framework.qual.DefaultQualifier;
            """;

    @TempDir
    static Path shop;

    @BeforeAll
    static void compileFixtures() {
        Resources.compileShop(shop);
    }

    private static void check(String annotation, String error) {
        CheckerHarness.create()
                .withPlugin(CheckerPlugin::new)
                .withClassPath(shop)
                .check(
                        Source.of("package-info.java", annotation + "\npackage bank;\n" + IMPORTS),
                        Source.of("Fees.java", """
                                package bank.fees;
                                class Fees { %s
                                    void take(shop.Account account) {}
                                }
                                """.formatted(error)),
                        Source.of("Others.java", """
                                package bank.fees;
                                class Others {
                                    void take(shop.Account account) {}
                                }
                                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@DefaultQualifier(Fresh.class)",
                "@DefaultQualifier(MaybeUnlocked.class) @DefaultQualifier(Locked.class)",
            })
    void isRefusedOnceAtAClassOfThePackageOrOneBelow(String annotation) {
        check(annotation, "// error: [locked.location]");
    }

    @Test
    void mayBeWhatIsSoAnyway() {
        check("@DefaultQualifier(MaybeUnlocked.class)", "");
    }
}
