package dev.lockproof.samples.smallbank;

import dev.lockproof.samples.smallbank.Blow.Aftermath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Does to a cluster, a second apart, what happens to real ones: one thing after the other, and again from the first. */
final class Chaos {

    /** How long leases last under chaos. */
    static final int TTL_SECONDS = 2;

    /** How long what is to be longer than a lease lasts. */
    static final int LONG_SECONDS = TTL_SECONDS + 1;

    /** How long what is to be shorter than a lease lasts. */
    static final int SHORT_SECONDS = TTL_SECONDS - 1;

    private static final int SECONDS_BETWEEN = 1;

    private final Cluster cluster;
    private final List<Blow> blows = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private @Nullable Aftermath lasting;
    private int next = SECONDS_BETWEEN;
    private int struck;

    Chaos(Cluster cluster, BankServers servers, SplittableRandom random) {
        this.cluster = cluster;
        blows.addAll(new BankBlows(cluster, servers, random).all());
        LockServers lockServers = servers.lockServers();
        if (lockServers != null) {
            int at = lockServers.areSeveral() ? 0 : blows.size();
            blows.addAll(at, new LockServerBlows(lockServers, random).all());
        }
        blows.forEach(blow -> counts.put(blow.name(), 0));
    }

    /** To be called every second. */
    void strike(int second) throws IOException, InterruptedException {
        if (second < next) {
            return;
        }
        if (lasting == null) {
            Aftermath aftermath = strikeNext();
            next = second + (aftermath.undoing() == null ? SECONDS_BETWEEN : aftermath.seconds());
        } else {
            resume();
            next = second + SECONDS_BETWEEN;
        }
    }

    private Aftermath strikeNext() throws IOException, InterruptedException {
        Blow blow = blows.get(struck++ % blows.size());
        Aftermath aftermath = blow.strike().run();
        cluster.say(aftermath.said());
        counts.merge(blow.name(), 1, Integer::sum);
        if (aftermath.undoing() != null) {
            lasting = aftermath;
        }
        return aftermath;
    }

    /** Lets all go on that is stopped. */
    void resume() throws IOException, InterruptedException {
        Aftermath ending = lasting;
        lasting = null;
        if (ending != null && ending.undoing() != null) {
            ending.undoing().run();
            cluster.say(ending.undone());
        }
    }

    /** Says how many times what happened. */
    void sumUp() {
        counts.forEach((name, times) -> cluster.say(times + " x " + name));
    }
}
