package dev.lockproof.fuzz;

import dev.lockproof.fuzz.Compiler.Compiled;
import java.util.Map;
import java.util.Random;

/**
 * How many random programs there are, and which.
 *
 * <p>{@code -Dfuzz.programs=100000} makes more of them, {@code -Dfuzz.seed=…} the same ones again.
 */
final class Fuzz {

    /** How many are compiled together. */
    static final int AT_ONCE = 100;

    static final int PROGRAMS = Integer.getInteger("fuzz.programs", 5_000);
    static final long SEED = seed();

    private Fuzz() {}

    private static long seed() {
        String given = System.getProperty("fuzz.seed", "");
        return given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
    }

    /** Gives how many are right by construction: three of ten, as many as have a fault. */
    static int right() {
        return PROGRAMS * 3 / 10;
    }

    static int wrong() {
        return PROGRAMS * 3 / 10;
    }

    /** Gives how many are wild: the others. */
    static int wild() {
        return PROGRAMS - right() - wrong();
    }

    /** The checker takes several times as long as the rules that run in both, so it gets one batch of five. */
    static Compiled compile(Compiler compiler, int first, Map<String, String> sources) {
        return isForChecker(first) ? compiler.check(sources) : compiler.checkRules(sources);
    }

    static boolean isForChecker(int first) {
        return first / AT_ONCE % 5 == 0;
    }

    static String options() {
        return "-Dfuzz.programs=" + PROGRAMS + " -Dfuzz.seed=" + SEED;
    }

    /** Gives the command that makes the same programs again. */
    static String repeat(String test) {
        return "mvn -pl fuzz-tests -am verify -Dsurefire.failIfNoSpecifiedTests=false -Dtest=" + test + " " + options()
                + "\n";
    }

    static String numbered(String source) {
        StringBuilder text = new StringBuilder();
        int line = 1;
        for (String each : source.lines().toList()) {
            text.append(String.format("%4d  %s%n", line++, each));
        }
        return text.toString();
    }
}
