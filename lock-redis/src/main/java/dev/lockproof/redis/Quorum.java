package dev.lockproof.redis;

import dev.lockproof.LockBackendException;
import io.lettuce.core.RedisException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

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

    /** Asks all servers. */
    Votes ask(Call call) {
        List<Request> requests = new ArrayList<>();
        for (RedlockServer server : servers) {
            Node node = server.node();
            requests.add(node == null ? null : node.send(call));
        }
        long until = System.nanoTime() + timeoutNanos;
        Votes votes = new Votes(servers.size(), size());
        for (int i = 0; i < requests.size(); i++) {
            votes.add(servers.get(i), requests.get(i), until);
        }
        return votes;
    }

    /** Tells all servers, without waiting for their answers. */
    void post(String what, Call call) {
        for (RedlockServer server : servers) {
            Node node = server.node();
            if (node != null) {
                node.post(what, call);
            }
        }
    }

    /** What the servers answered. For one thread. */
    static final class Votes {

        private final int servers;
        private final int quorum;
        private final List<List<Object>> yes = new ArrayList<>();
        private final List<List<Object>> no = new ArrayList<>();
        private String failedAt = "";
        private @Nullable Exception failure;

        private Votes(int servers, int quorum) {
            this.servers = servers;
            this.quorum = quorum;
        }

        private void add(RedlockServer server, @Nullable Request request, long until) {
            try {
                if (request == null) {
                    throw new ExecutionException(new RedisException("There is no connection"));
                }
                List<Object> answer = request.answer(until);
                (Leases.isYes(answer) ? yes : no).add(answer);
            } catch (ExecutionException | TimeoutException e) {
                failedAt = server.toString();
                failure = e;
            }
        }

        /** The answers of those that agreed. */
        List<List<Object>> yes() {
            return yes;
        }

        /** The answers of those that did not. */
        List<List<Object>> no() {
            return no;
        }

        boolean isYes() {
            return yes.size() >= quorum;
        }

        /** Whether so many refused that it can't be otherwise. */
        boolean isNo() {
            return no.size() > servers - quorum;
        }

        /** Refuses to go on where fewer than a quorum answered. */
        void ensureAnswered(String what) {
            Exception failed = failure;
            int answered = yes.size() + no.size();
            if (answered < quorum && failed != null) {
                LockBackendException one = Failures.of(what, failedAt, failed);
                throw new LockBackendException(
                        what + " failed: " + answered + " of " + servers + " servers answered, and " + quorum
                                + " are needed. The last of the others: " + one.getMessage(),
                        false,
                        one);
            }
        }
    }
}
