package dev.lockproof.postgres;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what is logged, until it is closed. */
final class Log extends Handler implements AutoCloseable {

    private final Logger logger;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Log(Logger logger) {
        this.logger = logger;
    }

    static Log of(String name) {
        Log log = new Log(Logger.getLogger(name));
        log.logger.addHandler(log);
        return log;
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord logged) {
        String cause =
                logged.getThrown() == null ? "" : " " + logged.getThrown().getMessage();
        lines.add(logged.getLevel() + " " + logged.getMessage() + cause);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
