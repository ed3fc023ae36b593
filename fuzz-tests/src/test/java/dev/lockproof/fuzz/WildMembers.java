package dev.lockproof.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is known in a whole wild program: its methods, its names, and how reckless it is.
 *
 * @param random where all choices come from
 * @param recklessness how often it does what its place doesn't allow, from 0 to 1
 * @param withQualifiers whether it has what the checker alone can tell to be wrong
 * @param methods those that give nothing
 * @param givers those that give something
 * @param classes that implement an interface of one method
 * @param names how many names there are
 */
record WildMembers(
        SplittableRandom random,
        double recklessness,
        boolean withQualifiers,
        List<Method> methods,
        List<Giver> givers,
        List<Function> classes,
        AtomicInteger names) {

    /**
     * A method with a result.
     *
     * @param name its name
     * @param result the type of its result
     * @param parameter what it takes, if anything
     * @param acquires whether it says that it takes locks, or need not say so
     */
    record Giver(String name, WildType result, Optional<WildType> parameter, boolean acquires) {}

    /**
     * A class with one method.
     *
     * @param name its name
     * @param type the interface
     */
    record Function(String name, WildType type) {}

    static WildMembers of(SplittableRandom random, boolean withQualifiers) {
        double[] all = {0, 0.02, 0.05, 0.1, 0.2};
        return new WildMembers(
                random,
                all[random.nextInt(all.length)],
                withQualifiers,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new AtomicInteger());
    }

    /** Tells whether to do what the place doesn't allow. */
    boolean dares() {
        return random.nextDouble() < recklessness;
    }

    boolean coin() {
        return random.nextBoolean();
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    String fresh(String prefix) {
        return prefix + names.getAndIncrement();
    }

    String id() {
        return "\"" + (char) ('a' + random.nextInt(4)) + "\"";
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String choose(WildChoice choice) {
        return choice.choose(random);
    }
}
