package dev.lockproof.samples.smallbank;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Several processes that share one bank, and what they did. */
final class Cluster {

    /** What the names of its processes begin with. */
    static final String PROCESS = "smallbank-process-";

    private final Workload workload;
    private final BiFunction<String, Long, WorkerProcess> starter;
    private final PrintWriter out;
    private final SplittableRandom seeds;
    private final List<WorkerProcess> running = new ArrayList<>();
    private final Map<String, Tally> reported = new TreeMap<>();
    private long finishedByKilled;
    private int started;

    /**
     * @param workload what each process runs
     * @param starter starts a process, given its name and seed
     */
    Cluster(Workload workload, BiFunction<String, Long, WorkerProcess> starter, PrintWriter out) {
        this.workload = workload;
        this.starter = starter;
        this.out = out;
        this.seeds = new SplittableRandom(workload.seed());
    }

    /** Starts processes, and waits until they serve customers. */
    void start(int processes) throws InterruptedException {
        for (int i = 0; i < processes; i++) {
            running.add(startOne());
        }
        for (WorkerProcess process : running) {
            process.awaitBegin();
        }
    }

    private WorkerProcess startOne() {
        started++;
        return starter.apply(PROCESS + started, seeds.nextLong());
    }

    /**
     * Lets the processes run for the time of the workload, and stops them.
     *
     * @param chaos what happens to them meanwhile, if anything does
     */
    void run(@Nullable Chaos chaos) throws IOException, InterruptedException {
        Progress progress = new Progress(out);
        for (int second = 1; second <= workload.seconds(); second++) {
            Thread.sleep(1_000);
            if (chaos != null) {
                chaos.strike(second);
            }
            progress.running(second, workload.seconds(), finished());
        }
        if (chaos != null) {
            chaos.resume();
            chaos.sumUp();
        }
        for (WorkerProcess process : running) {
            process.stop();
        }
        for (WorkerProcess process : running) {
            Tally tally = process.tally();
            if (tally == null) {
                throw new IllegalStateException(process.name() + " died by itself: see the log that is named above");
            }
            reported.put(process.name(), tally);
        }
    }

    /** Adds up what the processes reported that came to an orderly end. */
    Tally tally() {
        Tally sum = new Tally();
        reported.values().forEach(sum::add);
        return sum;
    }

    /**
     * Compares what each process reported with its receipts.
     *
     * @throws IllegalStateException if one reported what isn't there, or didn't report what is
     */
    void complain(Audit audit) {
        reported.forEach((name, tally) -> {
            String complaint = audit.complaint(name, tally);
            if (complaint != null) {
                throw new IllegalStateException(complaint);
            }
        });
        if (finishedByKilled > 0) {
            out.println(String.format(
                    Locale.ROOT, "%,d procedures or more of killed processes are not in the table", finishedByKilled));
        }
    }

    private long finished() {
        return finishedByKilled
                + running.stream().mapToLong(WorkerProcess::finished).sum();
    }

    WorkerProcess pick(SplittableRandom random) {
        return running.get(random.nextInt(running.size()));
    }

    /** Kills a process, and has another one serve customers. */
    void replace(WorkerProcess victim) throws InterruptedException {
        victim.kill();
        finishedByKilled += victim.finished();
        WorkerProcess next = startOne();
        running.set(running.indexOf(victim), next);
        next.awaitBegin();
    }

    void say(String what) {
        out.println("          chaos: " + what);
        out.flush();
    }
}
