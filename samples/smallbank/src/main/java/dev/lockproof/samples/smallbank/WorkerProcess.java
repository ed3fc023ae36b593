package dev.lockproof.samples.smallbank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that runs a {@link Worker}, seen from the one that started it. */
final class WorkerProcess {

    /** Several start at once on one machine and mostly wait for servers: threads that optimize code would be in the way. */
    private static final List<String> LIGHT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final long LONGEST_BEGIN_SECONDS = 60;
    private static final long LONGEST_END_SECONDS = 60;

    private final String name;
    private final Process process;
    private final Thread reader;
    private final Tally tally = new Tally();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile long finished;
    private volatile boolean hasEnded;

    private WorkerProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.reader = new Thread(this::read, "reader of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process with the class path and the Java of this one.
     *
     * @param name its name
     * @param arguments what it gets on its command line
     * @param secrets what it gets in its environment, where other users don't see it
     * @param log where it writes what goes wrong
     */
    static WorkerProcess start(String name, List<String> arguments, Map<String, String> secrets, Path log) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(LIGHT);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SmallBank.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(secrets);
        try {
            return new WorkerProcess(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't start the process " + name + ": " + command.get(0), e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line);
            }
        } catch (IOException e) {
            // A process that is killed closes its output in the middle of a line.
            hasEnded = false;
        }
    }

    private void read(String line) {
        if (line.startsWith(Worker.FINISHED)) {
            finished = Long.parseLong(line.substring(Worker.FINISHED.length()));
            begun.countDown();
        } else if (line.startsWith(Worker.TALLY)) {
            TallyText.read(line.substring(Worker.TALLY.length()), tally);
        } else if (line.equals(Worker.END)) {
            hasEnded = true;
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it serves customers: what is done to it before then it can't bear. */
    void awaitBegin() throws InterruptedException {
        if (!begun.await(LONGEST_BEGIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " did not begin: see the log that is named above");
        }
    }

    /** Says how many procedures it has run, as far as is known. */
    long finished() {
        return finished;
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join();
    }

    /** Asks it to come to an end. */
    void stop() throws IOException {
        process.getOutputStream().close();
    }

    /**
     * Waits for its end.
     *
     * @return what it did; or null if it died before it could say
     */
    @Nullable
    Tally tally() throws InterruptedException {
        if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
        reader.join();
        return hasEnded ? tally : null;
    }
}
