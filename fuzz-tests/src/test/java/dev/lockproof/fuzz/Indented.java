package dev.lockproof.fuzz;

/** Indents a program by its braces. */
final class Indented {

    private Indented() {}

    static String text(String program) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (String line : program.lines().map(String::strip).toList()) {
            int closed = line.startsWith("}") ? 1 : 0;
            text.append("    ".repeat(Math.max(0, depth - closed))).append(line).append('\n');
            depth += (int) (line.chars().filter(c -> c == '{').count()
                    - line.chars().filter(c -> c == '}').count());
        }
        return text.toString();
    }
}
