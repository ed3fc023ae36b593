package dev.lockproof.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server, or a cluster of servers, that runs scripts. Thread-safe. */
final class Node {

    private static final Logger LOG = System.getLogger("dev.lockproof.redis");

    private final String name;
    private final Outbox outbox;
    private final long timeoutNanos;
    private final AtomicInteger posted = new AtomicInteger();
    private final CompletableFuture<Void> flushed = new CompletableFuture<>();
    private volatile boolean isFlushing;

    /**
     * Sends to a server.
     *
     * @param name for people
     * @param timeout how long it may take to answer
     */
    Node(String name, Outbox outbox, Duration timeout) {
        this.name = name;
        this.outbox = outbox;
        this.timeoutNanos = timeout.toNanos();
    }

    /**
     * Runs an operation and waits for its answer.
     *
     * @param what says what it is for, such as {@code The renewal of the lock Account:42}, if that fails
     */
    String ask(Supplier<String> what, Call call) {
        try {
            return send(call).answer(System.nanoTime() + timeoutNanos);
        } catch (ExecutionException | TimeoutException e) {
            throw Failures.of(what.get(), name, e);
        }
    }

    /** Runs an operation whose answer is waited for later. */
    Request send(Call call) {
        return outbox.send(call);
    }

    /**
     * Runs an operation whose answer nobody waits for. What this process sends later comes after it.
     */
    void post(Supplier<String> what, Call call) {
        posted.incrementAndGet();
        CompletableFuture<String> unused = send(call).answer().whenComplete((answer, failure) -> {
            if (failure != null) {
                LOG.log(
                        Level.WARNING,
                        Failures.of(what.get(), name, failure).getMessage() + "; what was leased ends by itself",
                        failure);
            } else {
                tellOf(what, Leases.untold(answer));
            }
            if (posted.decrementAndGet() == 0 && isFlushing) {
                flushed.complete(null);
            }
        });
    }

    private void tellOf(Supplier<String> what, @Nullable String untold) {
        if (untold != null) {
            LOG.log(Level.WARNING, Failures.untold(what.get(), name, untold));
        }
    }

    /** Waits until what was posted has been answered, no longer than the timeout. To be called once, in the end. */
    void flush() {
        isFlushing = true;
        if (posted.get() == 0) {
            return;
        }
        try {
            flushed.get(timeoutNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("It is never completed by a failure", e);
        } catch (TimeoutException e) {
            LOG.log(
                    Level.WARNING,
                    name
                            + " did not answer in time, so not every release may have reached it; leases end by themselves");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
