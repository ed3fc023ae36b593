package dev.lockproof.samples.smallbank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the user asked for. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Arguments {

    /** The environment variable for the URL of the database. */
    private static final String URL = "SMALLBANK_URL";

    /** The environment variable for the URI of the Redis. */
    private static final String LOCKS_URI = "SMALLBANK_LOCKS_URI";

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many customers, at least 2. Default: ${DEFAULT-VALUE}; the published size is 1000000.")
    private int customers;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many threads run procedures. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "For how long. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--hotspot",
            paramLabel = "N|N%",
            defaultValue = "100",
            converter = HotSpot.Converter.class,
            description = "Size of the hot spot: customers, or per cent of them. Default: ${DEFAULT-VALUE}.")
    private HotSpot hotSpot;

    @Option(
            names = "--store",
            paramLabel = "NAME",
            defaultValue = "memory",
            description = "Where the rows are: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Backend.Rows store;

    @Option(
            names = "--locks",
            paramLabel = "NAME",
            defaultValue = "memory",
            description = "Where the locks are: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Backend.Leases locks;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:" + URL + "}",
            description =
                    "JDBC URL of an empty database for the rows and locks, with user and password in it; better given as "
                            + URL
                            + " in the environment, where others don't see it. Default: postgres starts a server of"
                            + " its own, h2 makes a file that is deleted at the end.")
    private @Nullable String url;

    @Option(
            names = "--locks-uri",
            paramLabel = "URI",
            defaultValue = "${env:" + LOCKS_URI + "}",
            description = "URI of the Redis for the locks, or of several with a space between two; better given as "
                    + LOCKS_URI
                    + " in the environment if it has a password. Default: the servers that --locks needs are started.")
    private @Nullable String locksUri;

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many Java processes share the bank, each with --threads. Default: ${DEFAULT-VALUE}."
                    + " More than one need --store postgres, and locks that are not in memory.")
    private int processes;

    @Option(
            names = "--chaos",
            description =
                    "One after the other, a second apart: kills a process, stops one for longer than its leases last,"
                            + " cuts its connections, and kills the database server and starts it again; with --locks postgres,"
                            + " also sets the database's clock ahead and back; with locks in Redis, also stops, kills and empties"
                            + " its servers. Servers that you name are left alone. Needs what --processes needs.")
    private boolean chaos;

    @Option(names = "--worker", hidden = true, description = "The name of a process that another one has started.")
    private @Nullable String worker;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Makes balances and picks repeatable; the threads' timing is not. Default: a new one each run.")
    private @Nullable Long seed;

    @Option(
            names = "--unsafe",
            description = "Does without locks and fences, to show what happens: see UnsafeBank.java.")
    private boolean unsafe;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Gives what to do; refuses what makes no sense, alone or together, and says what does. */
    Workload workload() {
        atLeast("--customers", customers, 2);
        atLeast("--threads", threads, 1);
        atLeast("--seconds", seconds, 1);
        int hot = hotSpot.customersOf(customers);
        if (hot < 1 || hot > customers) {
            throw wrong("--hotspot is " + hotSpot + ", which makes " + hot + " of " + customers
                    + " customers: give at least 1 and at most --customers.");
        }
        refuseWhatDoesNotGoTogether();
        return new Workload(customers, hot, threads, seconds, seed == null ? System.nanoTime() : seed);
    }

    /** Gives the name of this process if another one has started it, otherwise null. */
    @Nullable
    String worker() {
        return worker;
    }

    Backend.Rows store() {
        return store;
    }

    int processes() {
        return processes;
    }

    boolean isChaos() {
        return chaos;
    }

    boolean isUnsafe() {
        return unsafe;
    }

    /** Whether other processes are to work on the bank. */
    boolean isShared() {
        return processes > 1 || chaos;
    }

    boolean hasUrl() {
        return url != null;
    }

    /** Gives where the user has the rows and the locks. */
    Addresses addresses() {
        return addresses(Objects.requireNonNull(url));
    }

    /** Gives where the locks are, with other rows. */
    Addresses addresses(String rows) {
        return new Addresses(rows, locks, locksUri);
    }

    /** Starts what the user has no servers for. */
    BankServers openServers() {
        return BankServers.open(url, locks, locksUri, chaos);
    }

    /** Gives what a worker gets in its environment, where other users don't see it. */
    static Map<String, String> secrets(Addresses addresses) {
        return addresses.locks() == null
                ? Map.of(URL, addresses.rows())
                : Map.of(URL, addresses.rows(), LOCKS_URI, addresses.locks());
    }

    /** Gives the command line of a process that shares this one's bank. */
    List<String> ofWorker(String name, long itsSeed) {
        List<String> arguments = new ArrayList<>(List.of(
                "--worker=" + name,
                "--seed=" + itsSeed,
                "--customers=" + customers,
                "--hotspot=" + hotSpot,
                "--threads=" + threads,
                "--store=" + store,
                "--locks=" + locks));
        if (chaos) {
            arguments.add("--chaos");
        }
        return arguments;
    }

    private void refuseWhatDoesNotGoTogether() {
        atLeast("--processes", processes, 1);
        boolean canBeShared = store == Backend.Rows.POSTGRES && locks != Backend.Leases.MEMORY;
        if (isShared() && !canBeShared) {
            throw wrong(
                    (chaos ? "--chaos" : "--processes " + processes)
                            + " needs rows and locks that processes can share: add --store postgres, and --locks postgres or redis.");
        }
        if (locks == Backend.Leases.POSTGRES && store != Backend.Rows.POSTGRES) {
            throw wrong("--locks postgres needs a PostgreSQL database: add --store postgres.");
        }
        if (locks.areInRedis() && store != Backend.Rows.POSTGRES) {
            throw wrong("--locks " + locks + " is for rows that processes share: add --store postgres.");
        }
        if (locks == Backend.Leases.REDLOCK
                && locksUri != null
                && locksUri.strip().split("\\s+").length < 3) {
            throw wrong(
                    "--locks redlock needs three servers or more: give the URIs of all of them, with spaces between.");
        }
        if (locksUri != null && !locks.areInRedis() && !locksUri.equals(System.getenv(LOCKS_URI))) {
            throw wrong("--locks-uri is the address of a Redis, and the locks are not there: add --locks redis.");
        }
        if (url != null && store == Backend.Rows.MEMORY && !isFromEnvironment()) {
            throw wrong("--url is the address of a database, and the rows are in memory: add --store h2 or postgres.");
        }
        if (unsafe && (store != Backend.Rows.MEMORY || isShared())) {
            throw wrong("--unsafe is for one process and its memory: leave --store, --processes and --chaos out.");
        }
    }

    private boolean isFromEnvironment() {
        return Objects.equals(url, System.getenv(URL));
    }

    private void atLeast(String option, int value, int minimum) {
        if (value < minimum) {
            throw wrong(option + " is " + value + ": give at least " + minimum + ".");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
