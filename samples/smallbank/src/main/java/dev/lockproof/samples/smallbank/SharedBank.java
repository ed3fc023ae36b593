package dev.lockproof.samples.smallbank;

import dev.lockproof.LockOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** A bank that several processes share, seen by the one that starts them and by each of the others. */
final class SharedBank implements AutoCloseable {

    static final String NOT_EMPTY = "The database holds accounts already, whose money is not to be counted in: drop the"
            + " tables accounts, savings, checking and receipts, or give the URL of another one.";

    private static final String COORDINATOR = "smallbank";

    private final Backend backend;
    private final ReceiptRepository receipts;
    private final LockproofBank bank;

    private SharedBank(Backend backend, String name) {
        this.backend = backend;
        this.receipts = new ReceiptRepository(backend.store(), backend.locks());
        this.bank = new LockproofBank(backend.store(), backend.locks(), Receipts.in(receipts, backend.store(), name));
    }

    /**
     * Connects to the bank.
     *
     * @param name of this process
     * @param chaos whether leases are to run out soon
     */
    private static SharedBank connect(Addresses addresses, String name, Workload workload, boolean chaos) {
        LockOptions options =
                chaos ? LockOptions.DEFAULTS.withTtl(Duration.ofSeconds(Chaos.TTL_SECONDS)) : LockOptions.DEFAULTS;
        return new SharedBank(Backend.connect(addresses, name, workload.threads(), options), name);
    }

    /** Serves customers until a stream ends. The work of one process of several. */
    static void serve(
            Addresses addresses, String name, Workload workload, boolean chaos, InputStream untilEnd, PrintWriter out)
            throws IOException, InterruptedException {
        try (SharedBank shared = connect(addresses, name, workload, chaos)) {
            new Worker(workload, out).run(shared.bank, untilEnd);
        }
    }

    /**
     * Opens the bank, starts the processes, and counts the money when they are over.
     *
     * @param arguments gives the command line of a process, from its name and seed
     */
    static Outcome run(
            BankServers servers,
            Workload workload,
            int processes,
            boolean chaos,
            BiFunction<String, Long, List<String>> arguments,
            PrintWriter out)
            throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(workload.seed());
        long before = open(servers.addresses(), workload, random, out);
        out.println(String.format(
                Locale.ROOT,
                "%,d of them are hot; %d processes with %d threads each for %d s; seed %d",
                workload.hot(),
                processes,
                workload.threads(),
                workload.seconds(),
                workload.seed()));
        Path log = Files.createTempFile(COORDINATOR, ".log");
        out.println("what goes wrong in the processes is logged in " + log);
        Cluster cluster = new Cluster(
                workload,
                (name, seed) -> WorkerProcess.start(
                        name, arguments.apply(name, seed), Arguments.secrets(servers.addresses()), log),
                out);
        cluster.start(processes);
        cluster.run(chaos ? new Chaos(cluster, servers, random) : null);
        Tally tally = cluster.tally();
        servers.database().awaitQuiet();
        try (SharedBank shared = connect(servers.addresses(), COORDINATOR, workload, false)) {
            Audit audit = Audit.of(shared.receipts);
            cluster.complain(audit);
            return new Outcome(tally, audit.cents(), before, shared.bank.total());
        }
    }

    private static long open(Addresses addresses, Workload workload, SplittableRandom random, PrintWriter out) {
        try (SharedBank shared = connect(addresses, COORDINATOR, workload, false)) {
            shared.backend.createMissingTables();
            if (!shared.bank.isEmpty()) {
                throw new IllegalStateException(NOT_EMPTY);
            }
            return workload.load(shared.bank, random, out);
        }
    }

    @Override
    public void close() {
        backend.close();
    }
}
