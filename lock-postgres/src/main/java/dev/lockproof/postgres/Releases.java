package dev.lockproof.postgres;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends releases, so that whoever releases need not wait. Those that come while one is under way go together as the next.
 *
 * <p>An owner counts as released from the moment it says so: an acquisition that comes before the message takes its row over,
 * which makes the message superfluous. Thread-safe.
 */
final class Releases implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.lockproof.postgres");

    private static final int MOST_TOGETHER = 500;
    private static final int MOST_ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 100;
    private static final long IDLE_MILLIS = 10_000;

    private static final Lease END = new Lease(new LockKey(""), new OwnerId(0, 0), 0);

    private final LeaseTable table;
    private final Runnable meanwhile;
    private final long closeMillis;
    private final LinkedBlockingQueue<Lease> queue = new LinkedBlockingQueue<>();
    private final ConcurrentHashMap<LockKey, Set<OwnerId>> unsent = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread sender;

    private Releases(LeaseTable table, Runnable meanwhile, Duration closeLimit) {
        this.table = table;
        this.meanwhile = meanwhile;
        this.closeMillis = closeLimit.toMillis();
        this.sender = new Thread(this::sendAll, "lockproof-releases");
        sender.setDaemon(true);
    }

    /**
     * Starts to send.
     *
     * @param meanwhile called now and then on the sending thread; must not throw
     * @param closeLimit how long {@link #close()} waits for what is still to be sent
     */
    static Releases start(LeaseTable table, Runnable meanwhile, Duration closeLimit) {
        Releases releases = new Releases(table, meanwhile, closeLimit);
        releases.sender.start();
        return releases;
    }

    void add(Lease lease) {
        if (closing.getCount() == 0) {
            return;
        }
        unsent.merge(lease.key(), Set.of(lease.owner()), Releases::union);
        queue.add(lease);
    }

    /** Gives the owners whose rows an acquisition of the key may take over. */
    Set<OwnerId> unsent(LockKey key) {
        return unsent.getOrDefault(key, Set.of());
    }

    /** Says that the rows of these owners have a new owner, so that there is nothing to be released. */
    void takenOver(LockKey key, Set<OwnerId> owners) {
        if (!owners.isEmpty()) {
            unsent.computeIfPresent(key, (same, all) -> difference(all, owners));
        }
    }

    /** Counts the keys with releases to be sent. */
    int size() {
        return unsent.size();
    }

    /** Sends what is to be sent, and ends. Repeated calls do nothing. */
    @Override
    public void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        queue.add(END);
        try {
            sender.join(closeMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendAll() {
        try {
            while (true) {
                List<Lease> leases = next();
                boolean isLast = leases.remove(END);
                leases.removeIf(lease -> !unsent(lease.key()).contains(lease.owner()));
                if (!leases.isEmpty()) {
                    send(leases);
                }
                if (isLast) {
                    return;
                }
                meanwhile.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.log(
                    Level.WARNING,
                    "The thread that sends releases was interrupted; leases end by themselves from now on");
        }
    }

    private List<Lease> next() throws InterruptedException {
        List<Lease> leases = new ArrayList<>();
        Lease first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            leases.add(first);
            queue.drainTo(leases, MOST_TOGETHER - 1);
        }
        return leases;
    }

    private void send(List<Lease> leases) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                table.release(leases);
                break;
            } catch (RuntimeException | Error e) { // nobody would send the others
                boolean isClosing = closing.await(PAUSE_MILLIS * attempt * attempt, TimeUnit.MILLISECONDS);
                if (attempt == MOST_ATTEMPTS || isClosing) {
                    LOG.log(
                            Level.WARNING,
                            leases.size() + " locks could not be released, "
                                    + leases.get(0).key() + " among them; their leases end by themselves",
                            e);
                    break;
                }
            }
        }
        leases.forEach(lease -> takenOver(lease.key(), Set.of(lease.owner())));
    }

    private static Set<OwnerId> union(Set<OwnerId> some, Set<OwnerId> more) {
        Set<OwnerId> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    private static @Nullable Set<OwnerId> difference(Set<OwnerId> all, Set<OwnerId> gone) {
        Set<OwnerId> rest = new HashSet<>(all);
        rest.removeAll(gone);
        return rest.isEmpty() ? null : Set.copyOf(rest);
    }
}
