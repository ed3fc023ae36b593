package dev.lockproof.redis;

/**
 * The tokens of a lease.
 *
 * @param first its token
 * @param spare how many after it are set aside for hand-overs in the holder's process
 */
record Tokens(long first, int spare) {

    /**
     * Reads what the script says.
     *
     * @param last the largest one
     * @param below how many below it belong to the lease; of a quorum's server that was ahead of the others, more than any needs
     */
    static Tokens parse(String last, String below) {
        long spare = Long.parseLong(below);
        return new Tokens(Long.parseLong(last) - spare, (int) Math.min(spare, Script.SPARE_TOKENS));
    }
}
