package dev.lockproof.samples.smallbank;

import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import java.io.PrintWriter;
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
    private BankStore.Kind store;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "JDBC URL of the database, without accounts in it.",
                "Default for h2: in memory; a file is jdbc:h2:./bank. Needed for postgres."
            })
    private @Nullable String url;

    @Option(
            names = "--locks",
            paramLabel = "NAME",
            defaultValue = "memory",
            description = "Where the locks are: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Locks locks;

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
    public Integer call() throws InterruptedException {
        Workload workload = workload();
        PrintWriter out = spec.commandLine().getOut();
        if (unsafe) {
            return run(workload, new UnsafeBank(), out);
        }
        try (BankStore opened = open();
                LockService service = LockService.of(locks.open())) {
            LockproofBank bank = new LockproofBank(opened.store(), service);
            opened.createMissingTables();
            if (!bank.isEmpty()) {
                throw wrong("The database holds accounts already, whose money is not to be counted in: drop the tables "
                        + "accounts, savings and checking, or give the --url of another one.");
            }
            return run(workload, bank, out);
        }
    }

    private static int run(Workload workload, Bank bank, PrintWriter out) throws InterruptedException {
        Outcome outcome = workload.run(bank, out);
        new Report(out).print(outcome);
        return outcome.holds() ? HELD : BROKEN;
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

    private BankStore open() {
        if (store == BankStore.Kind.MEMORY && url != null) {
            throw wrong("--url is the address of a database, and the store is memory: give --store too.");
        }
        if (store == BankStore.Kind.POSTGRES && url == null) {
            throw wrong("--store postgres needs the address of a database: give --url jdbc:postgresql://…");
        }
        return BankStore.open(store, url, threads);
    }

    private void atLeast(String option, int value, int minimum) {
        if (value < minimum) {
            throw wrong(option + " is " + value + ": give at least " + minimum + ".");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The lock providers that the sample can use. */
    private enum Locks {
        MEMORY;

        dev.lockproof.spi.LockProvider open() {
            return InMemoryLockProvider.create();
        }

        @Override
        public String toString() {
            return "memory";
        }
    }
}
