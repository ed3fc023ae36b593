package dev.lockproof.samples.smallbank;

import dev.lockproof.samples.smallbank.Blow.Aftermath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What happens to one of the Redis servers that keep the locks, or to the network before it. */
final class LockServerBlows {

    private static final String GOES_ON = "lets the lock server go on";
    private static final Duration DELAY = Duration.ofMillis(100);

    private final LockServers servers;
    private final SplittableRandom random;

    LockServerBlows(LockServers servers, SplittableRandom random) {
        this.servers = servers;
        this.random = random;
    }

    List<Blow> all() {
        List<Blow> blows = new ArrayList<>(List.of(
                blow("a lock server is killed and comes back with its data", this::kill),
                blow("a lock server is stopped for longer than leases last", () -> pause(Chaos.LONG_SECONDS)),
                blow("a lock server is stopped for less than leases last", () -> pause(Chaos.SHORT_SECONDS)),
                blow("a lock server is killed and comes back without data", this::restartEmpty),
                blow("a lock server is flushed", this::flush),
                blow("all connections to a lock server are killed", this::cut),
                blow("the connections for messages to a lock server are killed", this::cutMessages),
                blow("locks are deleted by hand", this::deleteLocks),
                blow("a lock server evicts what it has", this::evict),
                blow("a lock server forgets the scripts", this::forgetScripts),
                blow("a lock server comes back with the data of an earlier crash", this::restartWithOldData)));
        if (servers.haveNetwork()) {
            blows.add(blow("the network to a lock server is slow", this::slowNetwork));
            blows.add(blow("the network to a lock server is cut", this::cutNetwork));
            blows.add(blow("the network to a lock server swallows packets", this::silenceNetwork));
        }
        return blows;
    }

    private Blow blow(String name, Blow.Strike strike) {
        return new Blow(name, () -> {
            servers.choose(random);
            return strike.run();
        });
    }

    private Aftermath kill() {
        String missed = servers.haveReplica() ? "; the replica missed " + servers.cutOffReplica() + " locks" : "";
        servers.kill();
        return Aftermath.lasting(
                "kills a lock server, which comes back with its data after " + Chaos.LONG_SECONDS + " s" + missed,
                Chaos.LONG_SECONDS,
                servers::restart,
                GOES_ON);
    }

    private Aftermath pause(int seconds) {
        servers.pause();
        String said = "stops a lock server for " + seconds + " s, leases last " + Chaos.TTL_SECONDS + " s";
        return Aftermath.lasting(said, seconds, servers::resume, GOES_ON);
    }

    private Aftermath restartEmpty() {
        servers.restartEmpty();
        return Aftermath.none("kills a lock server and starts it again without data");
    }

    private Aftermath flush() {
        servers.flush();
        return Aftermath.none("lets a lock server forget who holds what");
    }

    private Aftermath cut() {
        return Aftermath.none("cuts all connections to a lock server: " + servers.cut());
    }

    private Aftermath cutMessages() {
        return Aftermath.none("cuts the connections for messages to a lock server: " + servers.cutMessages());
    }

    private Aftermath deleteLocks() {
        return Aftermath.none("deletes " + servers.deleteLocks() + " locks by hand");
    }

    private Aftermath evict() {
        return Aftermath.none("has a lock server evict all " + servers.evict() + " keys");
    }

    private Aftermath forgetScripts() {
        servers.forgetScripts();
        return Aftermath.none("lets a lock server forget the scripts");
    }

    private Aftermath restartWithOldData() {
        servers.restartWithOldData();
        return Aftermath.none("kills a lock server and starts it again with the data of an earlier crash");
    }

    private Aftermath slowNetwork() {
        servers.slowNetwork(DELAY);
        return Aftermath.lasting(
                "lets the network to a lock server take " + DELAY.toMillis() + " ms each way for " + Chaos.TTL_SECONDS
                        + " s",
                Chaos.TTL_SECONDS,
                servers::healNetwork,
                "lets the network be fast again");
    }

    private Aftermath cutNetwork() {
        servers.cutNetwork();
        return Aftermath.lasting(
                "cuts the network to a lock server for " + Chaos.SHORT_SECONDS + " s",
                Chaos.SHORT_SECONDS,
                servers::healNetwork,
                "lets the network work again");
    }

    private Aftermath silenceNetwork() {
        servers.silenceNetwork();
        return Aftermath.lasting(
                "lets the network to a lock server swallow packets for " + Chaos.LONG_SECONDS + " s",
                Chaos.LONG_SECONDS,
                servers::healNetwork,
                "lets packets arrive again");
    }
}
