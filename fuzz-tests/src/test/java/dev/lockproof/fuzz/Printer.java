package dev.lockproof.fuzz;

import java.util.Set;
import java.util.TreeSet;

/** Writes a program line by line, and knows where the marked lines are. */
final class Printer {

    private final StringBuilder text = new StringBuilder();
    private final Set<Long> marked = new TreeSet<>();
    private int indent;
    private long line;
    private int marking;

    Printer line(String code) {
        line++;
        if (marking > 0) {
            marked.add(line);
        }
        text.append("    ".repeat(indent)).append(code).append('\n');
        return this;
    }

    /** Writes a line that opens a block. */
    Printer open(String code) {
        line(code);
        indent++;
        return this;
    }

    /** Ends a block and begins another on the same line. */
    Printer reopen(String code) {
        indent--;
        return open(code);
    }

    /** Ends a block. */
    Printer close(String code) {
        indent--;
        return line(code);
    }

    /** Marks the lines that are written by a task. */
    Printer marked(Runnable task) {
        marking++;
        task.run();
        marking--;
        return this;
    }

    Set<Long> marked() {
        return marked;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
