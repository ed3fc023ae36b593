package dev.lockproof.benchmarks.network;

/**
 * Threads that take locks at the same time.
 *
 * @param clients how many clients there are
 * @param threads how many threads there are, spread over the clients
 * @param isOneKey whether all want the same lock, or each another
 */
record Crowd(int clients, int threads, boolean isOneKey) {

    String key(int thread) {
        return isOneKey ? "account" : "account-" + thread;
    }

    int client(int thread) {
        return thread % clients;
    }

    @Override
    public String toString() {
        return "%d threads of %d %s, %s"
                .formatted(
                        threads, clients, clients == 1 ? "client" : "clients", isOneKey ? "one key" : "a key for each");
    }
}
