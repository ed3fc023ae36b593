package dev.lockproof.samples.smallbank;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.SplittableRandom;

/**
 * One process of several that share a bank. Runs tellers until its standard input ends, which it also does if the process
 * that started it dies, and writes to its standard output what {@link WorkerProcess} reads.
 */
final class Worker {

    static final String FINISHED = "finished ";
    static final String TALLY = "tally ";
    static final String END = "end";

    private final Workload workload;
    private final PrintWriter out;

    Worker(Workload workload, PrintWriter out) {
        this.workload = workload;
        this.out = out;
    }

    void run(Bank bank, InputStream untilEnd) throws IOException, InterruptedException {
        Tellers tellers = Tellers.start(bank, workload, new SplittableRandom(workload.seed()), true);
        Thread progress = new Thread(() -> reportProgress(tellers), "progress");
        progress.setDaemon(true);
        progress.start();
        while (untilEnd.read() >= 0) {
            // Nothing is said but that it is over.
        }
        Tally tally = tellers.stop();
        progress.join();
        say(FINISHED + tally.finished());
        for (Procedure procedure : Procedure.values()) {
            say(TALLY + TallyText.write(procedure, tally.line(procedure)));
        }
        say(END);
    }

    private void reportProgress(Tellers tellers) {
        try {
            do {
                say(FINISHED + tellers.finished());
            } while (!tellers.areStoppedInASecond());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
