package dev.lockproof.benchmarks.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs tasks at the same time, each on a thread of its own. */
final class Together {

    private Together() {}

    /** Gives the results in any order. The first task to fail interrupts the others. */
    static List<Long> run(List<Callable<Long>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            CompletionService<Long> completed = new ExecutorCompletionService<>(threads);
            tasks.forEach(completed::submit);
            List<Long> results = new ArrayList<>();
            while (results.size() < tasks.size()) {
                results.add(completed.take().get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
