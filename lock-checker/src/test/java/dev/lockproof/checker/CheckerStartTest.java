package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.checker.Javac.Result;
import dev.lockproof.rules.Rules;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker runs in every real javac that has it on the processor path, or says why it doesn't. */
class CheckerStartTest {

    private static final Path FIRES = Path.of("save.not.writable", "FiresReference.java");
    private static final Path SILENT = Path.of("save.not.writable", "Silent.java");

    @TempDir
    Path folder;

    private ShopJavac javac;

    @BeforeEach
    void compileFixtures() throws IOException {
        javac = ShopJavac.in(folder);
    }

    @Test
    void startsByItself() throws Exception {
        assertThat(javac(Javac.openFlags(), FIRES).output()).contains("[save.not.writable]", "3 errors");
    }

    @Test
    void startsBehindAProcessorThatClaimsAllAnnotations() throws Exception {
        assertThat(javac(Javac.openFlags(), FIRES, "-processor", ClaimAll.class.getName())
                        .output())
                .contains("[save.not.writable]", "3 errors");
    }

    @Test
    void startsWithoutAnnotationProcessing() throws Exception {
        assertThat(javac(Javac.openFlags(), FIRES, "-proc:none").output()).contains("[save.not.writable]", "3 errors");
    }

    @Test
    void startsInAStrictBuildBehindAProcessorThatClaimsAllAnnotations() throws Exception {
        String[] strict = {"-Xlint:all,-path", "-Werror", "-processor", ClaimAll.class.getName()};
        Result fires = javac(Javac.openFlags(), FIRES, strict);
        assertThat(fires.exitCode()).isEqualTo(1);
        assertThat(fires.output()).contains("[save.not.writable]", "3 errors").doesNotContain("warning", "claimed");
        assertThat(javac(Javac.openFlags(), SILENT, strict)).isEqualTo(new Result(0, ""));
    }

    @Test
    void saysNothingInAStrictBuild() throws Exception {
        assertThat(javac(Javac.openFlags(), SILENT, "-Xlint:all,-path,-processing", "-Werror"))
                .isEqualTo(new Result(0, ""));
    }

    @Test
    void saysWhichFlagsAreMissing() throws Exception {
        Result result = javac(List.of(), SILENT);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output())
                .contains(
                        "[checker.not.started]",
                        ".mvn/jvm.config",
                        "--add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                        "--add-opens jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED",
                        "1 error")
                .doesNotContain("\tat ", "IllegalAccess");
    }

    @Test
    void namesOnlyTheFlagThatIsMissing() throws Exception {
        List<String> flags = Javac.openFlags().stream()
                .filter(flag -> !flag.contains("javac.tree="))
                .toList();
        assertThat(javac(flags, SILENT).output())
                .contains("javac.tree=ALL-UNNAMED", "1 error")
                .doesNotContain("javac.util=ALL-UNNAMED", "\tat ");
    }

    /** The Lockproof annotations are what the checker checks: without them, it needs no flags either. */
    @Test
    void leavesOtherCodeAlone() throws Exception {
        Path hello = Files.writeString(folder.resolve("Hello.java"), "class Hello {}\n");
        List<String> arguments = List.of(
                "-d",
                javac.output().toString(),
                "-cp",
                javac.shop().toString(),
                "-processorpath",
                Javac.classPath(),
                hello.toString());
        assertThat(Javac.compile(List.of(), arguments)).isEqualTo(new Result(0, ""));
    }

    /** On the path, there may be an older processor, which brings its rules: the compilation goes on without the checker. */
    @Test
    void saysOfEachClassThatItIsUncheckedWhereTheRulesCanNotBeAskedToSaySo() throws Exception {
        Path first = Files.writeString(folder.resolve("First.java"), "class First { First next; }\n");
        List<String> arguments = new ArrayList<>(List.of("-d", javac.output().toString()));
        arguments.addAll(List.of("-cp", Javac.classPath(javac.shop())));
        arguments.addAll(List.of("-processorpath", rulesWithout("unchecked") + File.pathSeparator + Javac.classPath()));
        arguments.addAll(List.of(first.toString(), Resources.casePath(SILENT).toString()));

        Result result = Javac.compile(Javac.openFlags(), arguments);

        assertThat(result.output())
                .contains(
                        "warning: [lockproof.internal] Lockproof could not check First.",
                        "warning: [lockproof.internal] Lockproof could not check Silent.",
                        "NoSuchMethodError")
                .doesNotContain("\tat ");
        assertThat(result.exitCode()).isZero();
    }

    /** Makes rules that lack a method: within its class, it has another name of the same length. */
    private Path rulesWithout(String method) throws IOException {
        String other = method.substring(1) + "_";
        try (InputStream in = Rules.class.getResourceAsStream("Rules.class")) {
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            String length = new String(new char[] {0, (char) method.length()});
            Path file = folder.resolve("rules/dev/lockproof/rules/Rules.class");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes.replace(length + method, length + other).getBytes(StandardCharsets.ISO_8859_1));
        }
        return folder.resolve("rules");
    }

    /** Its classes take longer to load than most modules take to compile. */
    @Test
    void loadsTheFrameworkOnlyForAClassThatMatters() throws Exception {
        assertThat(loadedFor(Resources.casePath(SILENT)))
                .contains("org.checkerframework.framework.source.SourceChecker");
        Path report = Files.writeString(folder.resolve("Report.java"), """
                import java.util.List;
                import java.util.function.Function;

                class Report<T extends Comparable<T>> {
                    List<String> names(List<T> all, Function<? super T, String> name) {
                        return all.stream().sorted().map(name).toList();
                    }
                }
                """);
        assertThat(loadedFor(report))
                .contains("dev.lockproof.checker.Relevance")
                .doesNotContain("org.checkerframework.");
    }

    private String loadedFor(Path source) throws Exception {
        Path loaded = folder.resolve("loaded");
        List<String> flags = new ArrayList<>(Javac.openFlags());
        flags.add("-Xlog:class+load:file=" + loaded);
        assertThat(compile(flags, source)).isEqualTo(new Result(0, ""));
        return Files.readString(loaded);
    }

    private Result javac(List<String> jvmFlags, Path file, String... options) throws Exception {
        return compile(jvmFlags, Resources.casePath(file), options);
    }

    private Result compile(List<String> jvmFlags, Path source, String... options) throws Exception {
        return javac.compile(jvmFlags, List.of(source), options);
    }
}
