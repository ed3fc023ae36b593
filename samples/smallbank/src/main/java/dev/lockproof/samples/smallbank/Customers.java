package dev.lockproof.samples.smallbank;

import java.util.random.RandomGenerator;

/** Picks customers: nine times out of ten from the hot spot, else from all the others. One per thread. */
final class Customers {

    private static final int HOT_PERCENT = 90;

    private final int all;
    private final int hot;
    private final RandomGenerator random;

    /**
     * @param all how many customers there are
     * @param hot how many of them, the first ones, are in the hot spot
     */
    Customers(int all, int hot, RandomGenerator random) {
        this.all = all;
        this.hot = hot;
        this.random = random;
    }

    static String name(int customer) {
        return "customer-" + customer;
    }

    String one() {
        return name(draw());
    }

    Pair pair() {
        int first = draw();
        int second = draw();
        while (second == first) {
            second = draw();
        }
        return new Pair(name(first), name(second));
    }

    private int draw() {
        boolean fromHotSpot = hot == all || random.nextInt(100) < HOT_PERCENT;
        return fromHotSpot ? random.nextInt(hot) : random.nextInt(hot, all);
    }

    /** Two customers that are not the same. */
    record Pair(String first, String second) {}
}
