package dev.lockproof.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A random program.
 *
 * @param name of its class
 * @param methods what it declares besides {@code run}
 * @param run where it starts, with no lock held
 * @param more further members
 */
record RandomProgram(String name, List<Method> methods, Block run, List<Stmt> more) {

    /** Gives each block of the program that isn't inside of another. */
    List<Block> bodies() {
        List<Block> bodies = new ArrayList<>(List.of(run));
        methods.forEach(method -> bodies.add(method.body()));
        return bodies;
    }

    /** Gives all blocks. */
    List<Block> blocks() {
        List<Block> all = new ArrayList<>();
        bodies().forEach(body -> collect(body, all));
        return all;
    }

    private static void collect(Block block, List<Block> all) {
        all.add(block);
        block.statements().forEach(statement -> statement.blocks().forEach(inner -> collect(inner, all)));
    }

    Printer print() {
        Printer out = new Printer();
        out.line("import dev.lockproof.*;")
                .line("import dev.lockproof.annotations.*;")
                .line("import dev.lockproof.fuzz.shop.*;")
                .line("import dev.lockproof.spi.EntityStore;")
                .line("import java.util.*;")
                .open("public class " + name + " implements Program {")
                .line("static AccountRepository accounts;")
                .line("static OrderRepository orders;")
                .line("static LockService locks;")
                .line("static EntityStore store;")
                .line("static " + name + " self;")
                .open("public " + name + "(World world) {")
                .line("accounts = world.accounts();")
                .line("orders = world.orders();")
                .line("locks = world.locks();")
                .line("store = world.store();")
                .line("self = this;")
                .close("}")
                .open("@Override @AcquiresLock public void run() {")
                .line("Probe.step();");
        run.print(out);
        out.close("}");
        methods.forEach(method -> method.print(out));
        more.forEach(member -> member.print(out));
        return out.close("}");
    }
}
