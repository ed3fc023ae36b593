package dev.lockproof;

import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the library logs, instead of showing it. */
public final class RecordingLoggers extends System.LoggerFinder {

    private static final List<String> LOGGED = new CopyOnWriteArrayList<>();

    /** Gives what the library has logged about a key at WARN. */
    static List<String> warningsAbout(LockKey key) {
        return LOGGED.stream()
                .filter(line -> line.startsWith("WARNING ") && line.contains(key.toString()))
                .toList();
    }

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new Recorder(name);
    }

    private record Recorder(String name) implements System.Logger {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return name.equals("dev.lockproof");
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            if (isLoggable(level)) {
                LOGGED.add(level + " " + message + " " + thrown);
            }
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            if (isLoggable(level)) {
                LOGGED.add(level + " " + format);
            }
        }
    }
}
