package dev.lockproof.samples.smallbank;

import dev.lockproof.LockOptions;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the sample. */
@Command(
        name = "smallbank",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Runs SmallBank, a bank benchmark made to show anomalies, and counts the money before and after.",
            "Nine out of ten customers are picked from a hot spot, so that threads meet on the same rows.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 every cent is there, 1 money was lost or came from nowhere, 2 wrong arguments, 3 a procedure failed."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SmallBank implements Callable<Integer> {

    /** The environment variable for the URL of the database. */
    private static final String URL = "SMALLBANK_URL";

    /** The environment variable for the URI of the Redis. */
    private static final String LOCKS_URI = "SMALLBANK_LOCKS_URI";

    private static final int HELD = 0;
    private static final int BROKEN = 1;
    private static final int FAILED = 3;

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
            description = "Every few seconds kills a process, stops one for longer than its leases last, cuts its"
                    + " connections, or kills the database server and starts it again; with --locks postgres, also"
                    + " sets the database's clock ahead and back; with locks in Redis, also stops, kills and empties"
                    + " its servers. Needs what --processes needs.")
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

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Spec
    private CommandSpec spec;

    /**
     * Runs the program.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SmallBank())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(SmallBank::refuse)
                .setExitCodeExceptionMapper(failure -> FAILED);
    }

    private static int refuse(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("For all options: smallbank --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workload workload = workload();
        refuseWhatDoesNotGoTogether();
        if (worker == null) {
            Logging.configure(); // a worker logs all to a file
        }
        PrintWriter out = spec.commandLine().getOut();
        if (worker != null) {
            Addresses addresses = new Addresses(Objects.requireNonNull(url), locks, locksUri);
            SharedBank.serve(addresses, worker, workload, chaos, System.in, out);
            return HELD;
        }
        if (unsafe) {
            return report(workload.run(new UnsafeBank(), out), out);
        }
        if (processes > 1 || chaos) {
            return runCluster(workload, out);
        }
        return switch (store) {
            case MEMORY -> run(workload, Backend.inMemory(), out);
            case H2 -> runOnFile(workload, out);
            case POSTGRES -> runOnServers(workload, out);
        };
    }

    private int runOnFile(Workload workload, PrintWriter out) throws IOException, InterruptedException {
        if (url != null) {
            return run(workload, connect(new Addresses(url, locks, locksUri)), out);
        }
        Path folder = Files.createTempDirectory("smallbank");
        try {
            String file = "jdbc:h2:file:" + folder.resolve("bank");
            return run(workload, connect(new Addresses(file, locks, locksUri)), out);
        } finally {
            for (File file : Objects.requireNonNull(folder.toFile().listFiles())) {
                Files.delete(file.toPath());
            }
            Files.delete(folder);
        }
    }

    private int runOnServers(Workload workload, PrintWriter out) throws InterruptedException {
        try (BankServers servers = BankServers.open(url, locks, locksUri, chaos)) {
            return run(workload, connect(servers.addresses()), out);
        }
    }

    private Backend connect(Addresses addresses) {
        return Backend.connect(addresses, "smallbank", threads, LockOptions.DEFAULTS);
    }

    private int run(Workload workload, Backend backend, PrintWriter out) throws InterruptedException {
        try (backend) {
            LockproofBank bank = new LockproofBank(backend.store(), backend.locks());
            backend.createMissingTables();
            if (!bank.isEmpty()) {
                throw wrong(SharedBank.NOT_EMPTY);
            }
            return report(workload.run(bank, out), out);
        }
    }

    private int runCluster(Workload workload, PrintWriter out) throws IOException, InterruptedException {
        try (BankServers servers = BankServers.open(url, locks, locksUri, chaos)) {
            return report(SharedBank.run(servers, workload, processes, chaos, this::argumentsOfWorker, out), out);
        }
    }

    /** Gives what a worker gets in its environment, where other users don't see it. */
    static Map<String, String> secrets(Addresses addresses) {
        return addresses.locks() == null
                ? Map.of(URL, addresses.rows())
                : Map.of(URL, addresses.rows(), LOCKS_URI, addresses.locks());
    }

    private List<String> argumentsOfWorker(String name, long itsSeed) {
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

    private static int report(Outcome outcome, PrintWriter out) {
        new Report(out).print(outcome);
        return outcome.holds() ? HELD : BROKEN;
    }

    private void refuseWhatDoesNotGoTogether() {
        atLeast("--processes", processes, 1);
        boolean isShared = store == Backend.Rows.POSTGRES && locks != Backend.Leases.MEMORY;
        if ((processes > 1 || chaos) && !isShared) {
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
        if (unsafe && (store != Backend.Rows.MEMORY || processes > 1 || chaos)) {
            throw wrong("--unsafe is for one process and its memory: leave --store, --processes and --chaos out.");
        }
    }

    private Workload workload() {
        atLeast("--customers", customers, 2);
        atLeast("--threads", threads, 1);
        atLeast("--seconds", seconds, 1);
        int hot = hotSpot.customersOf(customers);
        if (hot < 1 || hot > customers) {
            throw wrong("--hotspot is " + hotSpot + ", which makes " + hot + " of " + customers
                    + " customers: give at least 1 and at most --customers.");
        }
        return new Workload(customers, hot, threads, seconds, seed == null ? System.nanoTime() : seed);
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
