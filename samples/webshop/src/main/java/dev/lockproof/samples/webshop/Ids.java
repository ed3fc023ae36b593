package dev.lockproof.samples.webshop;

import java.util.UUID;

/** Makes ids for what is new. Tests give their own. */
@FunctionalInterface
public interface Ids {

    /**
     * Makes the next id.
     *
     * @return an id that nothing else has
     */
    String next();

    /**
     * Makes ids by chance.
     *
     * @return ids that differ everywhere
     */
    static Ids random() {
        return () -> UUID.randomUUID().toString();
    }
}
