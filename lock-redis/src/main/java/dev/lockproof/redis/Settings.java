package dev.lockproof.redis;

import dev.lockproof.spi.Holder;
import java.time.Duration;

/** What can be set for all providers. Not thread-safe. */
final class Settings {

    private static final Duration SHORTEST_MEMORY = Duration.ofMinutes(1);

    private String prefix = "lp";
    private Holder holder = Holder.ofThisProcess();
    private Duration timeout;
    private Duration forgetAfter = Duration.ofDays(7);

    Settings(Duration timeout) {
        this.timeout = checked(timeout);
    }

    void keyPrefix(String prefix) {
        if (prefix.indexOf('{') >= 0 || prefix.indexOf('}') >= 0) {
            throw new IllegalArgumentException("The prefix of the keys is '" + prefix + "': choose one without braces");
        }
        this.prefix = prefix;
    }

    void processName(String name) {
        holder = Holder.of(name);
    }

    void timeout(Duration timeout) {
        this.timeout = checked(timeout);
    }

    private static Duration checked(Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("The timeout is " + timeout + ": give 1 ms or more");
        }
        return timeout;
    }

    void forgetAfter(Duration unused) {
        if (unused.compareTo(SHORTEST_MEMORY) < 0) {
            throw new IllegalArgumentException("Tokens would be forgotten after " + unused + ": give a minute or more");
        }
        this.forgetAfter = unused;
    }

    String prefix() {
        return prefix;
    }

    Duration timeout() {
        return timeout;
    }

    /** Gives what the scripts are told. */
    Leases leases() {
        return new Leases(prefix, holder, forgetAfter);
    }
}
