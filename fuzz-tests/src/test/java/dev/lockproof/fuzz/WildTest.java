package dev.lockproof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.DuplicateEntityException;
import dev.lockproof.NestedAcquisitionException;
import dev.lockproof.fuzz.Compiler.Compiled;
import dev.lockproof.fuzz.Runner.Outcome;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Wild programs, of which nothing is known. Those that the compiler accepts behave. */
class WildTest {

    private static Compiler compiler;

    private final Map<String, Integer> refusals = new TreeMap<>();
    private int accepted;
    private int acquisitions;
    private int locking;
    private int using;
    private int ended;
    private int wrongJava;

    @BeforeAll
    static void open() {
        compiler = Compiler.open();
        System.out.println(Fuzz.options());
    }

    @AfterAll
    static void close() throws IOException {
        compiler.close();
    }

    @Test
    void whatIsAcceptedBehaves() {
        SplittableRandom random = new SplittableRandom(Fuzz.SEED + 3);
        for (int done = 0; done < Fuzz.wild(); done += Fuzz.AT_ONCE) {
            Map<String, String> sources = new LinkedHashMap<>();
            for (int i = done; i < Math.min(Fuzz.wild(), done + Fuzz.AT_ONCE); i++) {
                String name = "Wild" + i;
                sources.put(name, WildProgram.text(name, random.split(), Fuzz.isForChecker(done)));
            }
            removeRefused(done, sources);
            runAll(done, sources);
        }
        System.out.printf(
                "%,d of %,d wild programs were accepted; %,d of them took %,d locks, %,d used proofs, %,d ended by an error of Java%n",
                accepted, Fuzz.wild(), locking, acquisitions, using, ended);
        System.out.println("refused by: " + refusals);
        assertThat(wrongJava).as("programs that javac alone refuses").isLessThanOrEqualTo(1 + Fuzz.wild() / 100);
        assertThat(accepted).isGreaterThan(Fuzz.wild() / 10);
        // How often each does so says little: a few that go round and round take most of the locks.
        assertThat(locking).isGreaterThan(accepted / 3);
        assertThat(using).isGreaterThan(accepted / 20);
    }

    private void removeRefused(int done, Map<String, String> sources) {
        Compiled compiled = Fuzz.compile(compiler, done, sources);
        assertThat(compiled.reports())
                .as(() -> Fuzz.repeat("WildTest"))
                .noneMatch(report -> report.id().equals("lockproof.internal"));
        Map<String, Set<String>> ids = idsOf(compiled);
        List<String> notJava = ids.entrySet().stream()
                .filter(program -> program.getValue().stream().anyMatch(id -> id.startsWith("compiler.err.")))
                .map(Map.Entry::getKey)
                .toList();
        if (!notJava.isEmpty()) { // and the qualifiers of the others may not have been checked
            wrongJava += notJava.size();
            notJava.forEach(sources::remove);
            removeRefused(done, sources);
            return;
        }
        ids.values().forEach(all -> all.forEach(id -> refusals.merge(id, 1, Integer::sum)));
        sources.keySet().removeAll(ids.keySet());
    }

    private static Map<String, Set<String>> idsOf(Compiled compiled) {
        Map<String, Set<String>> ids = new TreeMap<>();
        compiled.reports()
                .forEach(report -> ids.computeIfAbsent(report.file().replace(".java", ""), program -> new TreeSet<>())
                        .add(report.id()));
        return ids;
    }

    /** Compiles those again that were accepted: by the same judge, who may not say otherwise without the others. */
    private void runAll(int done, Map<String, String> sources) {
        Compiled compiled = Fuzz.compile(compiler, done, sources);
        assertThat(compiled.reports()).as(() -> Fuzz.repeat("WildTest")).isEmpty();
        accepted += sources.size();
        sources.forEach((name, source) -> {
            Outcome outcome = Runner.run(name, compiled.classes());
            assertThat(outcome.fault().filter(WildTest::isMisbehaviour))
                    .as(() -> Fuzz.repeat("WildTest") + Fuzz.numbered(source))
                    .isEmpty();
            acquisitions += outcome.acquisitions();
            locking += outcome.acquisitions() > 0 ? 1 : 0;
            using += outcome.uses() > 0 ? 1 : 0;
            ended += outcome.fault().isPresent() ? 1 : 0;
        });
    }

    /** Tells errors of Java, and what docs/soundness.md says that is only seen when it runs, from misbehaviour. */
    static boolean isMisbehaviour(Throwable fault) {
        boolean isOfJava = fault instanceof NullPointerException
                || fault instanceof ClassCastException
                || fault instanceof UnsupportedOperationException;
        return !isOfJava && !isSavedTwice(fault) && !isDetachedTask(fault);
    }

    /** What is new has a name that says so; what was there has not. */
    private static boolean isSavedTwice(Throwable fault) {
        return fault instanceof DuplicateEntityException && fault.getMessage().contains(":new");
    }

    private static boolean isDetachedTask(Throwable fault) {
        return fault instanceof NestedAcquisitionException
                && Optional.of(fault.getStackTrace())
                        .filter(frames -> Arrays.stream(frames)
                                .limit(3)
                                .anyMatch(frame -> frame.getClassName().contains("Locks$Detached")))
                        .isPresent();
    }
}
