package dev.lockproof.samples.smallbank;

import dev.lockproof.LockOptions;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Arguments arguments;

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
     * @param all see {@code --help}
     */
    public static void main(String[] all) {
        System.exit(commandLine().execute(all));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SmallBank())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(SmallBank::refuse)
                .setExitCodeExceptionMapper(failure -> FAILED);
    }

    private static int refuse(ParameterException wrong, String[] all) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("For all options: smallbank --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workload workload = arguments.workload();
        PrintWriter out = spec.commandLine().getOut();
        String worker = arguments.worker();
        if (worker != null) {
            SharedBank.serve(arguments.addresses(), worker, workload, arguments.isChaos(), System.in, out);
            return HELD;
        }
        Logging.configure(); // not for a worker, which logs all to a file
        if (arguments.isUnsafe()) {
            return report(workload.run(new UnsafeBank(), out), out);
        }
        if (arguments.isShared()) {
            return runCluster(workload, out);
        }
        return switch (arguments.store()) {
            case MEMORY -> run(workload, Backend.inMemory(), out);
            case H2 -> runOnFile(workload, out);
            case POSTGRES -> runOnServers(workload, out);
        };
    }

    private int runOnFile(Workload workload, PrintWriter out) throws IOException, InterruptedException {
        if (arguments.hasUrl()) {
            return run(workload, connect(workload, arguments.addresses()), out);
        }
        Path folder = Files.createTempDirectory("smallbank");
        try {
            String file = "jdbc:h2:file:" + folder.resolve("bank");
            return run(workload, connect(workload, arguments.addresses(file)), out);
        } finally {
            for (File file : Objects.requireNonNull(folder.toFile().listFiles())) {
                Files.delete(file.toPath());
            }
            Files.delete(folder);
        }
    }

    private int runOnServers(Workload workload, PrintWriter out) throws InterruptedException {
        try (BankServers servers = arguments.openServers()) {
            return run(workload, connect(workload, servers.addresses()), out);
        }
    }

    private static Backend connect(Workload workload, Addresses addresses) {
        return Backend.connect(addresses, "smallbank", workload.threads(), LockOptions.DEFAULTS);
    }

    private int run(Workload workload, Backend backend, PrintWriter out) throws InterruptedException {
        try (backend) {
            LockproofBank bank = new LockproofBank(backend.store(), backend.locks());
            backend.createMissingTables();
            if (!bank.isEmpty()) {
                throw new ParameterException(spec.commandLine(), SharedBank.NOT_EMPTY);
            }
            return report(workload.run(bank, out), out);
        }
    }

    private int runCluster(Workload workload, PrintWriter out) throws IOException, InterruptedException {
        try (BankServers servers = arguments.openServers()) {
            return report(
                    SharedBank.run(
                            servers, workload, arguments.processes(), arguments.isChaos(), arguments::ofWorker, out),
                    out);
        }
    }

    private static int report(Outcome outcome, PrintWriter out) {
        new Report(out).print(outcome);
        return outcome.holds() ? HELD : BROKEN;
    }
}
