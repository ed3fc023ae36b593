package dev.lockproof.fuzz;

import dev.lockproof.fuzz.Method.Effect;
import dev.lockproof.fuzz.Method.Home;
import dev.lockproof.fuzz.WildMembers.Function;
import dev.lockproof.fuzz.WildMembers.Giver;
import dev.lockproof.fuzz.WildScope.WildVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes random programs that javac alone accepts, and of which nothing else is known.
 *
 * <p>Programs where each statement is chosen blindly are all refused, and show nothing. So a program mostly does what its
 * place allows, and some of the time, more or less often, what it doesn't.
 */
final class WildProgram {

    private static final String BEFORE = """
            import dev.lockproof.*;
            import dev.lockproof.annotations.*;
            import dev.lockproof.fuzz.shop.*;
            import dev.lockproof.spi.EntityStore;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;

            public class P implements Program {
            static AccountRepository accounts;
            static OrderRepository orders;
            static LockService locks;
            static EntityStore store;
            static P self;
            static Object stash;
            static Account kept;
            static Runnable task = () -> {};
            static final List<Account> all = new ArrayList<>();
            public P(World world) {
            accounts = world.accounts();
            orders = world.orders();
            locks = world.locks();
            store = world.store();
            self = this;
            kept = accounts.require("a").entity();
            stash = kept;
            }
            record Box<T>(T value) {}
            static <T> T same(T value) { return value; }
            static <T> T either(T one, T other) { return Probe.coin() ? one : other; }
            static <T> T tap(T value, Consumer<? super T> use) { use.accept(value); return value; }
            static <T> void keep(T value, Consumer<T> use) { task = () -> use.accept(value); }
            @SuppressWarnings("unchecked") static <T> T cast(Object value) { return (T) value; }
            static @PolyLocked Account poly(@PolyLocked Account account) { return account; }
            static void launch(Runnable task) { task.run(); }
            private static void now(Runnable task) { task.run(); }
            static void apply(Consumer<Account> use, Account account) { use.accept(account); }
            @AcquiresLock static void start(Program program) { program.run(); }
            """;

    /** Runs what was kept, under a lock and without one. */
    private static final String END = """
            if (Probe.coin()) {
            try (LockedAccount end = accounts.lock("c")) { task.run(); }
            }
            task.run();
            }
            }
            """;

    private final WildMembers program;
    private final WildStatements statements;
    private final StringBuilder text = new StringBuilder();

    private WildProgram(SplittableRandom random, boolean withQualifiers) {
        this.program = WildMembers.of(random, withQualifiers);
        this.statements = new WildStatements(program);
    }

    /**
     * Makes a program.
     *
     * @param withQualifiers whether it may have what only the checker can tell to be wrong
     */
    static String text(String name, SplittableRandom random, boolean withQualifiers) {
        return Indented.text(new WildProgram(random, withQualifiers).text().replaceAll("\\bP\\b", name));
    }

    private String text() {
        text.append(BEFORE);
        for (int i = program.random().nextInt(1, 4); i > 0; i--) {
            switch (program.random().nextInt(4)) {
                case 0 -> function();
                case 1 -> giver();
                default -> method(i);
            }
        }
        text.append("@Override @AcquiresLock public void run() ")
                .append("{\nProbe.step();\n")
                .append(statements.block(WildScope.of(true)))
                .append(END);
        return text.toString();
    }

    private void method(int number) {
        Effect effect = program.pick(List.of(Effect.values()));
        Home home = program.pick(List.of(Home.values()));
        boolean isPrivate = effect == Effect.INFERRED;
        if (isPrivate && home != Home.INSTANCE && home != Home.STATIC) {
            home = Home.STATIC;
        }
        Optional<Var> parameter = effect == Effect.BORROWING || (program.dares() && program.coin())
                ? Optional.of(new Var("p" + number, program.pick(List.of(Var.Kind.values()))))
                : Optional.empty();
        boolean free = effect == Effect.ACQUIRING || isPrivate;
        boolean qualified = !program.dares();
        WildScope scope = WildScope.of(free);
        if (parameter.isPresent()) {
            scope = scope.with(new WildVar(parameter.get().name(), type(parameter.get(), qualified), false));
        }
        boolean annotated = program.dares() ? program.coin() : effect == Effect.ACQUIRING;
        Block body = new Block(Place.of(false, free, number))
                .add(new Stmt.Simple(statements.block(scope)), Place.of(false, free, number));
        Method method = new Method(number, effect, home, parameter, annotated, qualified, false, body);
        Printer printer = new Printer();
        method.print(printer);
        text.append(printer);
        program.methods().add(method);
    }

    private static WildType type(Var parameter, boolean qualified) {
        return qualified
                ? switch (parameter.kind()) {
                    case ACCOUNT_PROOF -> WildType.PROOF;
                    case ORDER_PROOF -> WildType.ORDER_PROOF;
                    case SOME_PROOF -> WildType.SOME_PROOF;
                    case LOCKED_ACCOUNT -> WildType.ACCOUNT;
                }
                : WildType.ACCOUNT;
    }

    private void giver() {
        WildType result = program.pick(
                List.of(WildType.ACCOUNT, WildType.ACCOUNT, WildType.PROOF, WildType.STORED, WildType.OBJECT));
        boolean isPrivate = program.coin();
        Optional<WildType> parameter = program.coin()
                ? Optional.of(program.pick(List.of(WildType.PROOF, WildType.ACCOUNT, WildType.SOME_PROOF)))
                : Optional.empty();
        boolean takesProof = parameter.isPresent() && parameter.get().isProof();
        boolean acquires = (!takesProof || program.dares()) && program.coin();
        WildScope scope = WildScope.of(acquires);
        if (parameter.isPresent()) {
            scope = scope.with(new WildVar("p", parameter.get(), false));
        }
        boolean annotated = program.dares() ? program.coin() : acquires && (!isPrivate || program.coin());
        String name = program.fresh("give");
        String end = result == WildType.PROOF && !scope.has(WildType.PROOF)
                ? "accounts.lock(" + program.id() + ")"
                : statements.expressions().of(result, scope);
        text.append(annotated ? "@AcquiresLock " : "")
                .append(isPrivate ? "private " : "")
                .append("static ")
                .append(qualifier(result))
                .append(result.text())
                .append(' ')
                .append(name)
                .append('(')
                .append(parameter.map(p -> qualifier(p) + p.text() + " p").orElse(""))
                .append(") {\nProbe.step();\n")
                .append(program.coin() ? statements.block(scope) : "")
                .append("return ")
                .append(end)
                .append(";\n}\n");
        program.givers().add(new Giver(name, result, parameter, annotated || (isPrivate && acquires)));
    }

    private String qualifier(WildType type) {
        boolean isRight = type == WildType.ACCOUNT && program.withQualifiers() && program.oneIn(3);
        return isRight ? program.pick(List.of("@Locked ", "@Fresh ", "@Writable ", "@PolyLocked ")) : "";
    }

    private void function() {
        boolean isTask = program.coin();
        Function function = statements.expressions().function(isTask ? WildType.TASK : WildType.PROGRAM);
        boolean annotated = program.dares() == isTask;
        WildScope scope = WildScope.of(annotated);
        List<String> kinds = new ArrayList<>(List.of(
                "static class K implements ",
                "record K() implements ",
                "static final class K extends Object implements "));
        text.append(program.pick(kinds).replace("K", function.name()))
                .append(function.type().text())
                .append(" {\n")
                .append(annotated ? "@AcquiresLock " : "")
                .append("@Override public void run() ")
                .append(statements.braced(scope))
                .append("\n}\n");
        program.classes().add(function);
    }
}
