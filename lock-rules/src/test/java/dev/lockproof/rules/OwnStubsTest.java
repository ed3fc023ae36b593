package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Jars;
import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/how-to/describe-libraries.md tells a user to do about a library that knows nothing of locks. */
class OwnStubsTest {

    private static final Source LIBRARY = Source.of("Lib.java", """
            package com.example;

            import java.lang.annotation.*;

            public class Lib {
                public static void retry(Runnable work) {
                    work.run();
                }

                public interface Job {
                    void execute();
                }

                @Retention(RetentionPolicy.RUNTIME)
                public @interface Nightly {}

                public void await() {}
            }
            """);

    private static final String STUBS = """
            # What our libraries don't say about themselves.
            inline   com.example.Lib#retry
            acquires com.example.Lib.Job#execute
            entry    com.example.Lib.Nightly
            waits    com.example.Lib#await
            """;

    private static final String USER = """
            import bank.*;
            import com.example.Lib;
            import dev.lockproof.annotations.*;

            class User implements Lib.Job {
                private AccountRepository accounts;

                @Override
                public void execute() {
                    accounts.withLock("x", account -> 1); %1$s
                }

                @Lib.Nightly
                void nightly() {
                    accounts.withLock("x", account -> 1); %2$s
                }

                void uses(LockedAccount account, Lib lib) {
                    Lib.retry(() -> account.deposit(1)); %3$s
                    lib.await(); %4$s
                }
            }
            """;

    private static final Source DESCRIBED = Source.of("User.java", USER.formatted("", "", "", "// error: [lint.wait]"));

    @TempDir
    Path folder;

    private CheckerHarness rules;
    private Path stubs;

    @BeforeEach
    void compileLibrary() throws IOException {
        Path bank = Files.createDirectory(folder.resolve("bank"));
        Path library = Files.createDirectory(folder.resolve("library"));
        assertThat(CheckerHarness.create().compileInto(library, LIBRARY)).isEmpty();
        rules = Fixtures.withLints(Fixtures.rulesWithBank(bank)).withClassPath(library);
        stubs = Files.writeString(folder.resolve("my.stub"), STUBS);
    }

    @Test
    void knowsNothingOfTheLibraryWithoutThem() {
        rules.check(Source.of(
                "User.java",
                USER.formatted(
                        "// error: [effect.override]",
                        "// error: [effect.undeclared]",
                        "// error: [proof.captured]",
                        "")));
    }

    @Test
    void readsTheFilesThatAnOptionNames() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.stub"), "# nothing\n");
        rules.withOption("-Alockproof.stubs=" + empty + File.pathSeparator + stubs)
                .check(DESCRIBED);
    }

    /** In a JVM of its own: here, the rules come from the class path, and so would never see the processor path. */
    @Test
    void readsThoseOfJarsOnTheProcessorPath() throws IOException, InterruptedException {
        Path resources = Files.createDirectories(folder.resolve("resources/META-INF/lockproof"));
        Files.copy(stubs, resources.resolve("rules.stub"));
        Path jar = Jars.of(folder.resolve("resources"), folder.resolve("stubs.jar"));

        assertThat(javac("target/classes" + File.pathSeparator + jar)).isEmpty();
        assertThat(javac("target/classes")).contains("[effect.override]", "[effect.undeclared]", "[proof.captured]");
    }

    private String javac(String processorPath) throws IOException, InterruptedException {
        Path user = Files.writeString(folder.resolve("User.java"), USER.formatted("", "", "", ""));
        String classPath = String.join(
                File.pathSeparator,
                folder.resolve("bank").toString(),
                folder.resolve("library").toString(),
                System.getProperty("java.class.path"));
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-proc:none",
                        "-d",
                        Files.createDirectories(folder.resolve("out")).toString(),
                        "-processorpath",
                        processorPath,
                        "-cp",
                        classPath,
                        user.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        javac.waitFor();
        return output;
    }

    @Test
    void reportsLinesThatMakeNoSenseOnceAndGoesOn() throws IOException {
        Files.writeString(stubs, STUBS + "inline com.example.Lib\n");

        assertThat(rules.withOption("-Alockproof.stubs=" + stubs).compile(DESCRIBED, Source.of("A.java", "class A {}")))
                .extracting(Report::id)
                .containsExactlyInAnyOrder("stub.line", "lint.wait");
    }

    @Test
    void reportsAFileThatIsNotThere() {
        assertThat(rules.withOption("-Alockproof.stubs=" + folder.resolve("none.stub"))
                        .compile(Source.of("A.java", "class A {}")))
                .singleElement()
                .extracting(Report::message)
                .asString()
                .contains("[stub.line]", "none.stub", "can't be read", "docs/errors/stub.line.md");
    }

    @Test
    void keepsLintsOffUnlessAskedFor() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("off"));
        Fixtures.rulesWithBank(classes)
                .withProcessor(RulesOptions::new)
                .withClassPath(folder.resolve("library"))
                .withOption("-Alockproof.stubs=" + stubs)
                .check(Source.of("User.java", USER.formatted("", "", "", "")));
    }
}
