package dev.lockproof.samples.smallbank;

import dev.lockproof.testservers.Signals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Does to a cluster, every few seconds, what happens to real ones. */
final class Chaos {

    /** How long leases last under chaos: a process is stopped for longer. */
    static final int TTL_SECONDS = 2;

    private static final int SECONDS_BETWEEN = 4;
    private static final int SECONDS_STOPPED = TTL_SECONDS + 1;

    private enum Blow {
        KILL,
        STOP,
        CUT,
        RESTART,
        MOVE_CLOCK,
        PAUSE_LOCKS,
        KILL_LOCKS,
        EMPTY_LOCKS,
        CUT_LOCKS,
        DELETE_LOCKS,
        FORGET_SCRIPTS,
        OLD_LOCKS
    }

    private static final List<Blow> LOCK_BLOWS = List.of(
            Blow.KILL_LOCKS,
            Blow.PAUSE_LOCKS,
            Blow.EMPTY_LOCKS,
            Blow.CUT_LOCKS,
            Blow.DELETE_LOCKS,
            Blow.FORGET_SCRIPTS,
            Blow.OLD_LOCKS);

    private final Cluster cluster;
    private final BankServers servers;
    private final @Nullable LockServers lockServers;
    private final SplittableRandom random;
    private final List<Blow> blows = new ArrayList<>();
    private @Nullable WorkerProcess stopped;
    private @Nullable Runnable bringLocksBack;
    private boolean isClockAhead;
    private int resumeAt;
    private int count;

    Chaos(Cluster cluster, BankServers servers, SplittableRandom random) {
        this.cluster = cluster;
        this.servers = servers;
        this.lockServers = servers.lockServers();
        this.random = random;
        blows.addAll(List.of(Blow.KILL, Blow.STOP, Blow.CUT));
        if (servers.database().canRestart()) {
            blows.add(Blow.RESTART);
        }
        if (servers.canMoveClock()) {
            blows.add(Blow.MOVE_CLOCK);
        }
        if (lockServers != null) {
            blows.addAll(lockServers.areSeveral() ? 0 : blows.size(), LOCK_BLOWS);
        }
    }

    /** To be called every second. */
    void strike(int second) throws IOException, InterruptedException {
        if ((stopped != null || bringLocksBack != null) && second >= resumeAt) {
            resume();
        }
        if (second % SECONDS_BETWEEN == 0) {
            WorkerProcess victim = cluster.pick(random);
            strike(blows.get(count++ % blows.size()), victim, second);
        }
    }

    private void strike(Blow blow, WorkerProcess victim, int second) throws IOException, InterruptedException {
        switch (blow) {
            case KILL -> {
                cluster.say("kills " + victim.name() + " and starts another one");
                cluster.replace(victim);
            }
            case STOP -> {
                cluster.say("stops " + victim.name() + " for " + SECONDS_STOPPED + " s, its leases last " + TTL_SECONDS
                        + " s");
                Signals.stop(victim.pid());
                stopped = victim;
                resumeAt = second + SECONDS_STOPPED;
            }
            case CUT ->
                cluster.say("cuts " + servers.database().cutConnectionsOf(victim.name()) + " connections of "
                        + victim.name());
            case RESTART -> {
                cluster.say("kills the database server and starts it again");
                servers.database().restart();
            }
            case MOVE_CLOCK -> {
                isClockAhead = !isClockAhead;
                int seconds = isClockAhead ? SECONDS_STOPPED : -SECONDS_STOPPED;
                cluster.say("sets the database's clock " + (isClockAhead ? "ahead" : "back") + " by " + SECONDS_STOPPED
                        + " s, leases last " + TTL_SECONDS + " s");
                servers.database().moveClock(seconds);
            }
            default -> {
                LockServers locks = Objects.requireNonNull(lockServers);
                locks.choose(random);
                strike(blow, locks, second);
            }
        }
    }

    private void strike(Blow blow, LockServers locks, int second) {
        switch (blow) {
            case PAUSE_LOCKS -> {
                cluster.say("stops a lock server for " + SECONDS_STOPPED + " s, leases last " + TTL_SECONDS + " s");
                locks.pause();
                bringLocksBack = locks::resume;
                resumeAt = second + SECONDS_STOPPED;
            }
            case KILL_LOCKS -> {
                cluster.say("kills a lock server, which comes back with its data after " + SECONDS_STOPPED + " s");
                locks.kill();
                bringLocksBack = locks::restart;
                resumeAt = second + SECONDS_STOPPED;
            }
            case EMPTY_LOCKS -> {
                cluster.say("lets a lock server forget who holds what");
                locks.empty();
            }
            case CUT_LOCKS -> {
                cluster.say("cuts all connections to a lock server");
                locks.cut();
            }
            case DELETE_LOCKS -> cluster.say("deletes " + locks.deleteLocks() + " locks by hand");
            case FORGET_SCRIPTS -> {
                cluster.say("lets a lock server forget the scripts");
                locks.forgetScripts();
            }
            case OLD_LOCKS -> {
                cluster.say("kills a lock server and starts it again with the data of an earlier crash");
                locks.restartWithOldData();
            }
            default -> throw new IllegalStateException(blow + " does not hit a lock server");
        }
    }

    /** Lets all go on that is stopped. */
    void resume() throws IOException, InterruptedException {
        if (stopped != null) {
            Signals.resume(stopped.pid());
            cluster.say("lets " + stopped.name() + " go on");
            stopped = null;
        }
        if (bringLocksBack != null) {
            bringLocksBack.run();
            cluster.say("lets the lock server go on");
            bringLocksBack = null;
        }
    }

    /** Says how many times it struck. */
    int count() {
        return count;
    }
}
