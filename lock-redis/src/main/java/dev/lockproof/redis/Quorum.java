package dev.lockproof.redis;

import java.util.List;
import java.util.function.Supplier;

/** Independent servers that are asked at the same time, and of which more than half decide. Thread-safe. */
final class Quorum {

    private final List<RedlockServer> servers;
    private final long timeoutNanos;

    Quorum(List<RedlockServer> servers, long timeoutNanos) {
        this.servers = List.copyOf(servers);
        this.timeoutNanos = timeoutNanos;
    }

    /** How many servers are more than half of them. */
    int size() {
        return servers.size() / 2 + 1;
    }

    /** Asks all servers, and waits until enough of them have answered that the others can't change the outcome. */
    Votes ask(Call call) {
        long until = System.nanoTime() + timeoutNanos;
        Votes votes = new Votes(servers.size(), size());
        for (RedlockServer server : servers) {
            votes.ask(server.toString(), server.node(), call);
        }
        votes.await(until);
        return votes;
    }

    /** Tells all servers, without waiting for their answers. */
    void post(Supplier<String> what, Call call) {
        for (RedlockServer server : servers) {
            Node node = server.node();
            if (node != null) {
                node.post(what, call);
            }
        }
    }
}
