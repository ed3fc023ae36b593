package dev.lockproof.fuzz;

import java.util.List;

/** A statement of a program. */
sealed interface Stmt {

    void print(Printer out);

    /** Gives the blocks inside of it. */
    default List<Block> blocks() {
        return List.of();
    }

    /** Tells whether it takes a lock, by itself or by what it calls. */
    default boolean acquires() {
        return blocks().stream().flatMap(block -> block.statements().stream()).anyMatch(Stmt::acquires);
    }

    /** Something without blocks: a use of a proof, a save, a declaration. */
    record Simple(List<String> lines) implements Stmt {

        Simple(String line) {
            this(List.of(line));
        }

        @Override
        public void print(Printer out) {
            lines.forEach(out::line);
        }
    }

    /** A call of a method of the program. */
    record Invoke(Method method, List<String> lines) implements Stmt {

        @Override
        public void print(Printer out) {
            lines.forEach(out::line);
        }

        @Override
        public boolean acquires() {
            return method.acquires();
        }
    }

    /** A {@code try} that takes locks, or what runs a function under one. */
    record Lock(String head, Block body, String tail) implements Stmt {

        @Override
        public void print(Printer out) {
            out.open(head);
            body.print(out);
            out.close(tail);
        }

        @Override
        public List<Block> blocks() {
            return List.of(body);
        }

        @Override
        public boolean acquires() {
            return true;
        }
    }

    /** Branches, loops, inline lambdas: {@code heads.get(i)} opens {@code blocks.get(i)}; the last head ends it. */
    record Nest(List<String> heads, List<Block> blocks) implements Stmt {

        @Override
        public void print(Printer out) {
            for (int i = 0; i < blocks.size(); i++) {
                if (i == 0) {
                    out.open(heads.get(0));
                } else {
                    out.reopen(heads.get(i));
                }
                blocks.get(i).print(out);
            }
            out.close(heads.get(heads.size() - 1));
        }
    }

    /** Code that may run later, and what starts it. */
    record Later(List<String> heads, Block body, List<String> tails, boolean acquires) implements Stmt {

        @Override
        public void print(Printer out) {
            heads.forEach(out::open);
            body.print(out);
            tails.forEach(tail -> {
                if (tail.startsWith("}")) {
                    out.close(tail);
                } else {
                    out.line(tail);
                }
            });
        }

        @Override
        public List<Block> blocks() {
            return List.of(body);
        }
    }

    /** What a mutation put in: the lines that start with {@link #MARK} must be reported. */
    record Mutant(List<String> lines) implements Stmt {

        static final String MARK = "!";

        @Override
        public void print(Printer out) {
            for (String line : lines) {
                if (line.startsWith(MARK)) {
                    out.marked(() -> out.line(line.substring(MARK.length())));
                } else {
                    out.line(line);
                }
            }
        }
    }

    /** A statement that a mutation moved: reports are due on its lines. */
    record Moved(Stmt statement) implements Stmt {

        @Override
        public void print(Printer out) {
            out.marked(() -> statement.print(out));
        }

        @Override
        public boolean acquires() {
            return statement.acquires();
        }
    }
}
