package dev.lockproof.redis;

import dev.lockproof.LockBackendException;
import io.lettuce.core.RedisException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What independent servers answered. What comes after the decision is not counted any more. Thread-safe. */
final class Votes {

    private final int servers;
    private final int quorum;
    private final Map<Node, Request> requests = new LinkedHashMap<>();
    private final List<String> yes = new ArrayList<>();
    private final List<String> no = new ArrayList<>();
    private int failed;
    private boolean isClosed;
    private String failedAt = "the servers";
    private Throwable failure = new TimeoutException("No answer");

    Votes(int servers, int quorum) {
        this.servers = servers;
        this.quorum = quorum;
    }

    /**
     * Asks one more server.
     *
     * @param node where the question is sent to, or null if there is no connection
     */
    void ask(String server, @Nullable Node node, Call call) {
        if (node == null) {
            count(server, null, new RedisException("There is no connection"));
            return;
        }
        Request request = node.send(call);
        requests.put(node, request);
        CompletableFuture<String> unused =
                request.answer().whenComplete((answer, failed) -> count(server, answer, failed));
    }

    private synchronized void count(String server, @Nullable String answer, @Nullable Throwable failed) {
        if (isClosed) {
            return;
        }
        if (answer != null) {
            (Leases.isYes(answer) ? yes : no).add(answer);
        } else {
            this.failed++;
            failedAt = server;
            failure = failed == null ? failure : failed;
        }
        notifyAll();
    }

    /**
     * Waits for the decision, and is not interrupted: somebody has to know what became of it.
     *
     * @param until when to give up, by {@link System#nanoTime()}; what was not sent by then never is
     */
    void await(long until) {
        boolean interrupted = false;
        synchronized (this) {
            for (long left = until - System.nanoTime(); !isDecided() && left > 0; left = until - System.nanoTime()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            isClosed = true;
        }
        if (!isDecided()) {
            requests.values().forEach(Request::giveUp);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets something be done with each server that refuses, also if it does so only after the decision. */
    void forEachRefusal(Consumer<Node> action) {
        requests.forEach((node, request) -> {
            CompletableFuture<Void> unused = request.answer().thenAccept(answer -> {
                if (!Leases.isYes(answer)) {
                    action.accept(node);
                }
            });
        });
    }

    private boolean isDecided() {
        return isYes() || isNo() || yes.size() + no.size() + failed == servers;
    }

    /** The answers of those that agreed. */
    List<String> yes() {
        return yes;
    }

    /** The answers of those that did not. */
    List<String> no() {
        return no;
    }

    boolean isYes() {
        return yes.size() >= quorum;
    }

    /** Whether so many refused that the others can't change it. */
    boolean isNo() {
        return no.size() > servers - quorum;
    }

    /** Refuses to go on where so few answered that nothing is decided. */
    void ensureAnswered(String what) {
        int answered = yes.size() + no.size();
        if (answered < quorum && !isNo()) {
            LockBackendException one = Failures.of(what, failedAt, failure);
            throw new LockBackendException(
                    what + " failed: " + answered + " of " + servers + " servers answered, and " + quorum
                            + " are needed. The last of the others: " + one.getMessage(),
                    false,
                    one);
        }
    }

    /** Refuses to go on where neither those that agreed nor those that refused are enough, as others may still know better. */
    void ensureDecided(String what) {
        ensureAnswered(what);
        if (!isYes() && !isNo()) {
            throw new LockBackendException(
                    what + " failed: " + yes.size() + " servers agreed, and " + quorum
                            + " are needed; not enough others answered. See which servers are away",
                    false,
                    null);
        }
    }
}
