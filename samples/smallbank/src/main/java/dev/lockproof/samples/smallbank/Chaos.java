package dev.lockproof.samples.smallbank;

import dev.lockproof.testservers.Signals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        PAUSE_LOCKS,
        EMPTY_LOCKS,
        CUT_LOCKS
    }

    private final Cluster cluster;
    private final BankServers servers;
    private final SplittableRandom random;
    private final List<Blow> blows = new ArrayList<>();
    private @Nullable WorkerProcess stopped;
    private boolean areLocksPaused;
    private int resumeAt;
    private int count;

    Chaos(Cluster cluster, BankServers servers, SplittableRandom random) {
        this.cluster = cluster;
        this.servers = servers;
        this.random = random;
        blows.addAll(List.of(Blow.KILL, Blow.STOP, Blow.CUT));
        if (servers.database().canRestart()) {
            blows.add(Blow.RESTART);
        }
        if (servers.hasLockServer()) {
            blows.addAll(List.of(Blow.PAUSE_LOCKS, Blow.EMPTY_LOCKS, Blow.CUT_LOCKS));
        }
    }

    /** To be called every second. */
    void strike(int second) throws IOException, InterruptedException {
        if ((stopped != null || areLocksPaused) && second >= resumeAt) {
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
            case PAUSE_LOCKS -> {
                cluster.say("stops the lock server for " + SECONDS_STOPPED + " s, leases last " + TTL_SECONDS + " s");
                servers.pauseLockServer(true);
                areLocksPaused = true;
                resumeAt = second + SECONDS_STOPPED;
            }
            case EMPTY_LOCKS -> {
                cluster.say("lets the lock server forget who holds what");
                servers.emptyLockServer();
            }
            case CUT_LOCKS -> {
                cluster.say("cuts all connections to the lock server");
                servers.cutLockServer();
            }
        }
    }

    /** Lets all go on that is stopped. */
    void resume() throws IOException, InterruptedException {
        if (stopped != null) {
            Signals.resume(stopped.pid());
            cluster.say("lets " + stopped.name() + " go on");
            stopped = null;
        }
        if (areLocksPaused) {
            servers.pauseLockServer(false);
            cluster.say("lets the lock server go on");
            areLocksPaused = false;
        }
    }

    /** Says how many times it struck. */
    int count() {
        return count;
    }
}
