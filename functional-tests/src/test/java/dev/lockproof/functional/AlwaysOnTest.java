package dev.lockproof.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a build is set up: what has Lockproof on its path is checked, or fails with our text. */
class AlwaysOnTest {

    private static final String ENTITIES = "dev.lockproof.processor.EntityProcessor";
    private static final String QUALIFIERS = "dev.lockproof.processor.QualifierProcessor";
    private static final String OPTIONS = "dev.lockproof.rules.RulesOptions";
    private static final String LAST = "dev.lockproof.processor.UnclaimedAnnotations";
    private static final String NULLNESS = "org.checkerframework.checker.nullness.NullnessChecker";

    @TempDir
    Path output;

    static Stream<Arguments> setUpsThatGenerate() {
        return Stream.of(
                Arguments.of("found on the path", List.of()),
                Arguments.of("all named", List.of("-processor", String.join(",", ENTITIES, QUALIFIERS, OPTIONS, LAST))),
                Arguments.of("two named", List.of("-processor", ENTITIES + "," + QUALIFIERS)),
                Arguments.of("one named", List.of("-processor", ENTITIES)),
                Arguments.of("a greedy one behind", List.of("-processor", ENTITIES + "," + Greedy.class.getName())),
                Arguments.of(
                        "another checker before", List.of("-processor", NULLNESS + "," + ENTITIES, "-AonlyDefs=no")),
                Arguments.of(
                        "another checker behind", List.of("-processor", ENTITIES + "," + NULLNESS, "-AonlyDefs=no")),
                Arguments.of("all classes at once", List.of("-XDcompilePolicy=simple")),
                Arguments.of("one file after the other", List.of("-XDcompilePolicy=byfile")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setUpsThatGenerate")
    void checksWhatItCompiles(String name, List<String> options) {
        ShopCompilation wrong = ShopCompilation.wrong(output, onPath(options));
        assertThat(wrong.ids()).containsExactlyElementsOf(ShopCompilation.FAULTS);
        assertThat(wrong.printed()).isEmpty();
    }

    static Stream<Arguments> setUpsThatGenerateNothing() {
        return Stream.of(
                Arguments.of("no processing", List.of("-proc:none")),
                Arguments.of("a greedy one before", List.of("-processor", Greedy.class.getName() + "," + ENTITIES)),
                Arguments.of("the qualifiers alone", List.of("-processor", QUALIFIERS)),
                Arguments.of("another checker alone", List.of("-processor", NULLNESS, "-AonlyDefs=no")));
    }

    /** Without the generated types, there are javac's own errors, too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("setUpsThatGenerateNothing")
    void saysThatNothingWasGenerated(String name, List<String> options) {
        ShopCompilation right = ShopCompilation.right(output, onPath(options));
        assertThat(right.ids()).contains("entity.not.generated", "javac").containsOnlyOnce("entity.not.generated");
        assertThat(right.classes()).isEmpty();
        assertThat(right.printed()).isEmpty();
    }

    @Test
    void takesNothingForMissingWhereOnlyProcessorsRun() {
        ShopCompilation right = ShopCompilation.right(output, onPath(List.of("-proc:only")));
        assertThat(right.ids()).isEmpty();
        assertThat(right.printed()).isEmpty();
        assertThat(ShopCompilation.wrong(output, onPath(List.of("-proc:only"))).classes())
                .isEmpty();
    }

    @Test
    @EnabledForJreRange(minVersion = 23)
    void saysSoWhereAJdkTakesNoProcessorsFromTheClassPath() {
        assertThat(ShopCompilation.right(output, List.of()).ids()).containsOnlyOnce("entity.not.generated");
        assertThat(ShopCompilation.wrong(output, List.of("-proc:full")).ids())
                .containsExactlyElementsOf(ShopCompilation.FAULTS);
        assertThat(ShopCompilation.wrong(output, onPath(List.of("-proc:full"))).ids())
                .containsExactlyElementsOf(ShopCompilation.FAULTS);
    }

    static Stream<Arguments> errorsElsewhere() {
        return Stream.of(
                Arguments.of("before", "shop.Aaa", "package shop; class Aaa { int x = \"\"; }"),
                Arguments.of("behind", "shop.Zzz", "package shop; class Zzz { int x = \"\"; }"),
                Arguments.of("in the flow", "shop.Aaa", "package shop; class Aaa { int x() { int y; return y; } }"));
    }

    /** The framework stops at the first error that isn't its own; the rules go on. No wrong class is written in any case. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("errorsElsewhere")
    void goesOnWithTheRulesAfterAnErrorElsewhere(String name, String other, String text) {
        ShopCompilation wrong = ShopCompilation.wrongWith(output, onPath(List.of()), other, text);
        assertThat(wrong.ids()).contains("javac", "proof.field", "effect.undeclared");
        assertThat(wrong.classes()).doesNotContain("Wrong.class");
        assertThat(wrong.printed()).isEmpty();
    }

    @Test
    void writesNoClassWhereJavacStopsBeforeAnyIsChecked() {
        ShopCompilation wrong = ShopCompilation.wrongWith(
                output, onPath(List.of()), "shop.Aaa", "package shop; class Aaa { Missing missing; }");
        assertThat(wrong.successful()).isFalse();
        assertThat(wrong.ids()).containsExactly("javac");
        assertThat(wrong.classes()).isEmpty();
    }

    private static List<String> onPath(List<String> options) {
        List<String> all = new ArrayList<>(List.of("-processorpath", ShopCompilation.CLASS_PATH));
        all.addAll(options);
        return all;
    }
}
