package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.checker.Javac.Result;
import dev.lockproof.rules.testing.CheckerHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.checkerframework.checker.nullness.NullnessChecker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker shares a compilation with another one of the framework, and neither keeps the other from its work. */
class OtherCheckersTest {

    private static final Path FIRES = Path.of("save.not.writable", "FiresReference.java");
    private static final Path SILENT = Path.of("save.not.writable", "Silent.java");
    private static final String NULLNESS = NullnessChecker.class.getName();
    private static final String ONLY_NULLS = "-AonlyDefs=Nulls";

    @TempDir
    Path folder;

    private ShopJavac javac;

    @BeforeEach
    void compileFixtures() throws IOException {
        javac = ShopJavac.in(folder);
    }

    @Test
    void runsNextToOneThatFindsNothing() throws Exception {
        Result result = javac(FIRES, "class Nulls { Object some = \"\"; }", "-processor", NULLNESS, ONLY_NULLS);
        assertThat(result.output()).contains("[save.not.writable]", "3 errors").doesNotContain("Nulls.java");
    }

    /** The framework takes the other one's error for javac's own, and stops: then no class is written either. */
    @Test
    void writesNoClassWhereTheOtherOneHasErrors() throws Exception {
        Result result = javac(FIRES, "class Nulls { Object none = null; }", "-processor", NULLNESS, ONLY_NULLS);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("[assignment]", "1 error");
        assertThat(javac.output()).isEmptyDirectory();
    }

    @Test
    void mayHaveTheOtherOnesFaultsAsWarnings() throws Exception {
        Result result =
                javac(FIRES, "class Nulls { Object none = null; }", "-processor", NULLNESS, ONLY_NULLS, "-Awarns");
        assertThat(result.output()).contains("warning: [assignment]", "[save.not.writable]", "3 errors");
    }

    /** They are for the other one: with them, ours would check less, or say less. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-AskipDefs=.*",
                "-AonlyDefs=Nulls",
                "-AskipUses=.*",
                "-AskipFiles=.*",
                "-AsuppressWarnings=all",
                "-Awarns",
                "-Alint=-all",
                "-AuseConservativeDefaultsForUncheckedCode=source,bytecode"
            })
    void isDeafToOptionsOfTheFramework(String option) {
        CheckerHarness checker = CheckerHarness.create()
                .withPlugin(CheckerPlugin::new)
                .withClassPath(javac.shop())
                .withOption(option);
        checker.check(Resources.caseSource(FIRES));
        checker.check(Resources.caseSource(SILENT));
    }

    /** They let the framework print, or print more; without processors, javac itself doesn't care for options of them. */
    @Test
    void printsNoMoreForOptionsOfTheFramework() throws Exception {
        List<Path> fires = List.of(Resources.casePath(FIRES));
        Result plain = javac.compile(Javac.openFlags(), fires, "-proc:none");
        Result result = javac.compile(
                Javac.openFlags(), fires, "-proc:none", "-Afilenames", "-AprintAllQualifiers", "-Adetailedmsgtext");
        assertThat(result).isEqualTo(plain);
        assertThat(result.output()).contains("[save.not.writable]");
    }

    private Result javac(Path file, String nulls, String... options) throws Exception {
        // First: each of the checkers stops at an error of the other one.
        Path first = Files.writeString(folder.resolve("Nulls.java"), nulls + "\n");
        return javac.compile(Javac.openFlags(), List.of(first, Resources.casePath(file)), options);
    }
}
