package dev.lockproof.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No flag of javac disturbs the reports, and none of its lints finds anything in what is generated. */
class CompilerFlagsTest {

    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-deprecation",
                "-parameters",
                "-g",
                "-g:none",
                "-nowarn",
                "--release 17",
                "--enable-preview --release FEATURE",
                "-Xlint:all,-path -Werror",
                "-Xlint:all,-path -Werror --release 17",
                "-Xlint:all,-path -Werror --enable-preview --release FEATURE",
                "-Xdoclint:all/protected -Werror",
                "-XDshould-stop.ifError=FLOW",
                "-XDshould-stop.ifError=ATTR",
                "-Xdiags:verbose",
                "-implicit:none",
                "-Amapstruct.defaultComponentModel=spring"
            })
    void leavesTheReportsAsTheyAre(String flags) {
        List<String> options = new ArrayList<>(List.of("-processorpath", ShopCompilation.CLASS_PATH));
        options.addAll(List.of(
                flags.replace("FEATURE", "" + Runtime.version().feature()).split(" ")));

        ShopCompilation right = ShopCompilation.right(output, options);
        assertThat(right.successful()).as("%s", right).isTrue();
        assertThat(right.warnings())
                .filteredOn(warning -> !warning.contains("not recognized by any processor"))
                .isEmpty();
        ShopCompilation wrong = ShopCompilation.wrong(output, options);
        assertThat(wrong.ids()).containsExactlyElementsOf(ShopCompilation.FAULTS);
    }
}
