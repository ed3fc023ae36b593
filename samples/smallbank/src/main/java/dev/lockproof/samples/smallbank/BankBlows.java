package dev.lockproof.samples.smallbank;

import dev.lockproof.samples.smallbank.Blow.Aftermath;
import dev.lockproof.testservers.Signals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What happens to the processes of a bank, and to its database. */
final class BankBlows {

    private final Cluster cluster;
    private final BankServers servers;
    private final SplittableRandom random;
    private boolean isClockAhead;

    BankBlows(Cluster cluster, BankServers servers, SplittableRandom random) {
        this.cluster = cluster;
        this.servers = servers;
        this.random = random;
    }

    List<Blow> all() {
        List<Blow> blows = new ArrayList<>(List.of(
                new Blow("a process is killed", this::kill),
                new Blow("a process is stopped for longer than its leases last", this::stop),
                new Blow("all connections of a process to the database are cut", this::cut)));
        if (servers.database().canRestart()) {
            blows.add(new Blow("the database server is killed and started again", this::restart));
        }
        if (servers.canMoveClock()) {
            blows.add(new Blow("the database's clock is set by more than leases last", this::moveClock));
        }
        return blows;
    }

    private Aftermath kill() throws InterruptedException {
        WorkerProcess victim = cluster.pick(random);
        cluster.replace(victim);
        return Aftermath.none("kills " + victim.name() + " and starts another one");
    }

    private Aftermath stop() throws IOException, InterruptedException {
        WorkerProcess victim = cluster.pick(random);
        Signals.stop(victim.pid());
        return Aftermath.lasting(
                "stops " + victim.name() + " for " + Chaos.LONG_SECONDS + " s, its leases last " + Chaos.TTL_SECONDS
                        + " s",
                Chaos.LONG_SECONDS,
                () -> Signals.resume(victim.pid()),
                "lets " + victim.name() + " go on");
    }

    private Aftermath cut() {
        WorkerProcess victim = cluster.pick(random);
        int connections = servers.database().cutConnectionsOf(victim.name());
        return Aftermath.none("cuts " + connections + " connections of " + victim.name());
    }

    private Aftermath restart() {
        servers.database().restart();
        return Aftermath.none("kills the database server and starts it again");
    }

    private Aftermath moveClock() {
        isClockAhead = !isClockAhead;
        servers.database().moveClock(isClockAhead ? Chaos.LONG_SECONDS : -Chaos.LONG_SECONDS);
        return Aftermath.none(
                "sets the database's clock " + (isClockAhead ? "ahead" : "back") + " by " + Chaos.LONG_SECONDS + " s");
    }
}
