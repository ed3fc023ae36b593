package dev.lockproof.postgres;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGNotification;

/**
 * Listens for releases on one connection, from the first wait to the end, and wakes those who wait.
 *
 * <p>A connection that breaks is replaced. What was notified meanwhile is lost, so everybody is woken then; and who waits asks
 * by itself from time to time. Thread-safe.
 */
final class WakeUps implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.lockproof.postgres");

    private static final int OWNER_DIGITS = 32;
    private static final long FIRST_CONNECTION_MILLIS = 1_000;
    private static final long SHORTEST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long CLOSE_MILLIS = 2_000;

    private final DataSource dataSource;
    private final String channel;
    private final Watches watches;
    private final int timeoutMillis;
    private final Duration keepAlive;
    private final Latecomers latecomers;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch triedOnce = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread listener;
    private volatile @Nullable ListeningSession session;
    private volatile boolean isHearing;

    /**
     * Prepares to listen.
     *
     * @param timeout how long a request to the server may take
     * @param keepAlive how long nothing may be heard before the connection is tested
     */
    WakeUps(DataSource dataSource, String channel, Watches watches, Duration timeout, Duration keepAlive) {
        this.dataSource = dataSource;
        this.channel = channel;
        this.watches = watches;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
        this.keepAlive = keepAlive;
        this.latecomers = new Latecomers(watches, LeaseSql.KEPT);
        this.listener = new Thread(this::listenUntilClosed, "lockproof-listener");
        listener.setDaemon(true);
    }

    /** Starts to listen, unless it was started before, and gives the first connection some time. */
    void start() {
        if (isClosing()) {
            return;
        }
        if (started.compareAndSet(false, true)) {
            listener.start();
        }
        try {
            boolean unused = triedOnce.await(FIRST_CONNECTION_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the wait that this is for ends by it
        }
    }

    @Override
    public void close() {
        closing.countDown();
        ListeningSession open = session;
        if (open != null) {
            open.cutOff();
        }
        try {
            if (started.get()) {
                listener.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether releases are heard of for certain at this moment. */
    boolean isHearing() {
        return isHearing;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void listenUntilClosed() {
        long pause = SHORTEST_PAUSE_MILLIS;
        boolean isToldOf = false;
        try {
            while (!isClosing()) {
                boolean listened = false;
                try (ListeningSession open = ListeningSession.open(dataSource, channel)) {
                    session = open;
                    isHearing = open.listen(timeoutMillis);
                    listened = true;
                    if (isToldOf) {
                        LOG.log(Level.INFO, "Releases of locks are heard of again");
                    }
                    isToldOf = false;
                    pause = SHORTEST_PAUSE_MILLIS;
                    hear(open);
                } catch (SQLException | RuntimeException e) {
                    if (!isToldOf && !isClosing()) {
                        isToldOf = !listened;
                        tellOf(e, listened);
                    }
                } finally {
                    isHearing = false;
                    session = null;
                    triedOnce.countDown();
                }
                if (closing.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.log(
                    Level.WARNING,
                    "The thread that listens was interrupted; who waits for a lock asks twenty times a second");
        }
    }

    private static void tellOf(Exception e, boolean listened) {
        if (listened) {
            LOG.log(Level.INFO, "The connection that listens for releases of locks broke; the next one is opened", e);
        } else {
            LOG.log(
                    Level.WARNING,
                    "Releases of locks can't be listened for, so who waits asks twenty times a second. It is tried again;"
                            + " where the data source is behind a pooler in transaction mode or hides the driver's"
                            + " connections, give the provider a direct one with listenOn",
                    e);
        }
    }

    private void hear(ListeningSession open) throws SQLException {
        watches.wakeAll(); // before anybody knows that there is a connection: whoever comes later misses nothing
        triedOnce.countDown();
        long heardAt = System.nanoTime();
        while (!isClosing()) {
            long now = System.nanoTime();
            long untilTest = heardAt + keepAlive.toNanos() - now;
            if (untilTest <= 0) {
                open.test();
                heardAt = System.nanoTime();
                continue;
            }
            for (PGNotification notification : open.hear(latecomers.millisUntilNext(untilTest, now))) {
                heardAt = System.nanoTime();
                wake(notification.getParameter(), heardAt);
            }
            latecomers.wakeDue(System.nanoTime());
        }
    }

    /** Wakes the one whose turn it is, and the others when it has not come. */
    private void wake(String payload, long now) {
        if (payload.length() < OWNER_DIGITS) {
            return; // not from a provider
        }
        String next = payload.substring(0, OWNER_DIGITS);
        String storedKey = payload.substring(OWNER_DIGITS);
        for (Watches.Watch watch : watches.of(storedKey)) {
            if (watch.owner().toString().equals(next)) {
                watch.wake();
            } else {
                latecomers.add(storedKey, now);
            }
        }
    }
}
