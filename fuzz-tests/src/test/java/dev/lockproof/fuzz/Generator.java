package dev.lockproof.fuzz;

import dev.lockproof.fuzz.Method.Effect;
import dev.lockproof.fuzz.Method.Home;
import dev.lockproof.fuzz.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes random programs that are right by construction: each statement is one that its place allows. A method calls only those
 * that were made before it, so no program runs for ever by calls.
 */
final class Generator {

    private static final int MOST_METHODS = 4;
    private static final int MOST_STATEMENTS = 3;
    private static final int DEEPEST = 2;

    private final SplittableRandom random;
    private final List<Method> methods = new ArrayList<>();
    private int names;

    Generator(SplittableRandom random) {
        this.random = random;
    }

    RandomProgram program(String name) {
        int count = random.nextInt(1, MOST_METHODS + 1);
        for (int i = 0; i < count; i++) {
            // Numbers fall, so that a method calls those with higher numbers.
            methods.add(0, method(count - i));
        }
        return new RandomProgram(name, List.copyOf(methods), block(Place.of(false, true, 0)), List.of());
    }

    private Method method(int number) {
        Effect effect = pick(Effect.values());
        Home home = effect == Effect.INFERRED ? pick(new Home[] {Home.INSTANCE, Home.STATIC}) : pick(Home.values());
        if (effect == Effect.BORROWING) {
            Var parameter = new Var("p" + number, pick(Kind.values()));
            Block body = block(Place.of(true, false, number).with(parameter));
            return new Method(number, effect, home, Optional.of(parameter), false, true, false, body);
        }
        Block body = block(Place.of(false, effect != Effect.FREE, number));
        if (effect != Effect.FREE && body.statements().stream().noneMatch(Stmt::acquires)) {
            add(lock(body.placeAt(body.gaps() - 1)), body);
        }
        return new Method(number, effect, home, Optional.empty(), effect == Effect.ACQUIRING, true, false, body);
    }

    private static void add(Stmt statement, Block block) {
        block.add(statement, block.placeAt(block.gaps() - 1));
    }

    private Block block(Place place) {
        Block block = new Block(place);
        Place now = place;
        int count = random.nextInt(1, MOST_STATEMENTS + 1);
        for (int i = 0; i < count; i++) {
            now = addStatement(block, now);
        }
        return block;
    }

    private Place addStatement(Block block, Place place) {
        if (!place.vars().isEmpty() && random.nextInt(5) == 0) {
            return addAlias(block, place);
        }
        block.add(statement(place), place);
        return place;
    }

    /** A second name for a lock, in the same block. */
    private Place addAlias(Block block, Place place) {
        Var var = pick(place.vars());
        String name = fresh("alias");
        boolean asEntity = var.isAccount() && random.nextBoolean();
        Var alias = new Var(name, asEntity ? Kind.LOCKED_ACCOUNT : var.kind());
        String type = asEntity
                ? "Account "
                : random.nextBoolean() && var.isProof() ? "var " : var.kind().type() + " ";
        String value = asEntity ? entity(var) : var.name();
        Place after = place.with(alias);
        block.add(new Stmt.Simple(type + name + " = " + value + ";"), after);
        return after;
    }

    private String entity(Var var) {
        return var.kind() == Kind.LOCKED_ACCOUNT ? var.name() : var.name() + ".entity()";
    }

    private Stmt statement(Place place) {
        boolean isDeep = place.depth() >= DEEPEST;
        int what = random.nextInt(10);
        if (what < 3 && place.mayAcquire() && !place.held() && !isDeep) {
            return lock(place);
        }
        if (what < 5) {
            Stmt call = call(place);
            if (call != null) {
                return call;
            }
        }
        if (what < 7 && !isDeep) {
            return nest(place);
        }
        if (what < 8 && !isDeep) {
            return later(place);
        }
        return simple(place);
    }

    Stmt simple(Place place) {
        if (!place.vars().isEmpty() && random.nextInt(4) > 0) {
            return new Stmt.Simple(use(pick(place.vars())));
        }
        return new Stmt.Simple(
                switch (random.nextInt(6)) {
                    case 0 -> "accounts.save(new Account(Probe.newId(), 1));";
                    case 1 -> "accounts.save(Account.open(Probe.newId()));";
                    case 2 -> "orders.save(new Order(Probe.newId(), \"OPEN\").ship());";
                    case 3 -> "accounts.findById(\"a\").ifPresent(found -> found.getBalance());";
                    case 4 -> "accounts.require(\"b\").entity().deposit(1);";
                    default -> "Probe.step();";
                });
    }

    private String use(Var var) {
        if (!var.isAccount()) {
            return random.nextBoolean()
                    ? "Probe.proof(" + var.name() + ");"
                    : "orders.save(" + var.name() + ".change(Order::ship));";
        }
        return switch (random.nextInt(5)) {
            case 0 -> "accounts.save(" + var.asLocked() + ");";
            case 1 -> entity(var) + ".deposit(1);";
            case 2 -> "List.<Object>of().contains(" + var.name() + ");";
            case 3 -> var.isProof() ? "Probe.proof(" + var.name() + ");" : "Probe.locked(" + var.name() + ");";
            default -> "Probe.locked(" + var.asLocked() + ");";
        };
    }

    private Stmt call(Place place) {
        List<Method> callable =
                methods.stream().filter(method -> mayCall(method, place)).toList();
        if (callable.isEmpty()) {
            return null;
        }
        Method method = pick(callable);
        return new Stmt.Invoke(method, method.call(argument(method, place), fresh("o")));
    }

    private boolean mayCall(Method method, Place place) {
        return switch (method.effect()) {
            case FREE -> true;
            case BORROWING -> argument(method, place) != null;
            case ACQUIRING, INFERRED -> place.mayAcquire() && !place.held();
        };
    }

    private String argument(Method method, Place place) {
        if (method.parameter().isEmpty()) {
            return "";
        }
        Kind wanted = method.parameter().get().kind();
        return place.vars().stream()
                .filter(var -> fits(var, wanted))
                .map(var ->
                        var.kind() == Kind.SOME_PROOF && wanted == Kind.LOCKED_ACCOUNT ? var.asLocked() : var.name())
                .findFirst()
                .orElse(null);
    }

    private static boolean fits(Var var, Kind wanted) {
        return switch (wanted) {
            case ACCOUNT_PROOF -> var.kind() == Kind.ACCOUNT_PROOF;
            case ORDER_PROOF -> var.kind() == Kind.ORDER_PROOF;
            case LOCKED_ACCOUNT -> var.isAccount();
            case SOME_PROOF -> var.kind() == Kind.ACCOUNT_PROOF || var.kind() == Kind.SOME_PROOF;
        };
    }

    Stmt.Lock lock(Place place) {
        String v = fresh("v");
        Var account = new Var(v, Kind.ACCOUNT_PROOF);
        String id = "\"" + (char) ('a' + random.nextInt(4)) + "\"";
        return switch (random.nextInt(10)) {
            case 0 -> tryWith("LockedAccount " + v + " = locks.acquire(accounts.require(" + id + "))", place, account);
            case 1 -> tryWith("LockedAccount " + v + " = locks.acquire(accounts.findById(" + id + "))", place, account);
            case 2 -> tryWith("var " + v + " = accounts.lock(" + id + ")", place, account);
            case 3 -> tryWith("LockedOrder " + v + " = orders.lock(" + id + ")", place, new Var(v, Kind.ORDER_PROOF));
            case 4 ->
                tryWith(
                        "LockedPair<LockedAccount, LockedOrder> " + v + " = locks.acquireBoth(accounts.require(" + id
                                + "), orders.require(\"a\"))",
                        place,
                        new Var(v + ".first()", Kind.ACCOUNT_PROOF),
                        new Var(v + ".second()", Kind.ORDER_PROOF));
            case 5 ->
                new Stmt.Lock(
                        "try (LockedGroup<LockedAccount> g" + v
                                + " = locks.acquireAll(List.of(accounts.require(\"a\"), accounts.require(\"b\")))) { for (LockedAccount "
                                + v + " : g" + v + ") {",
                        block(place.under(List.of(account))),
                        "} }");
            case 6 ->
                new Stmt.Lock(
                        "try (LockedAccount " + v + " = accounts.tryLock(" + id + ")) { if (" + v + " != null) {",
                        block(place.under(List.of(account))),
                        "} }");
            case 7 ->
                new Stmt.Lock(
                        "accounts.withLock(" + id + ", " + v + " -> {",
                        block(place.under(List.of(account))),
                        "return 1; });");
            default -> tryWith("LockedAccount " + v + " = accounts.lock(" + id + ")", place, account);
        };
    }

    private Stmt.Lock tryWith(String resource, Place place, Var... vars) {
        return new Stmt.Lock("try (" + resource + ") {", block(place.under(List.of(vars))), "}");
    }

    private Stmt nest(Place place) {
        String i = fresh("i");
        Block first = block(place.inside());
        return switch (random.nextInt(9)) {
            case 0 ->
                new Stmt.Nest(List.of("if (Probe.coin()) {", "} else {", "}"), List.of(first, block(place.inside())));
            case 1 ->
                new Stmt.Nest(List.of("for (int " + i + " = 0; " + i + " < 2; " + i + "++) {", "}"), List.of(first));
            case 2 ->
                new Stmt.Nest(
                        List.of("switch (" + random.nextInt(2) + ") { case 0: {", "break; } default: {", "} }"),
                        List.of(first, block(place.inside())));
            case 3 -> new Stmt.Nest(List.of("synchronized (self) {", "}"), List.of(first));
            case 4 ->
                new Stmt.Nest(
                        List.of("try { Probe.mayThrow();", "} catch (Oops " + i + ") {", "} finally {", "}"),
                        List.of(first, block(place.inside()), block(place.inside())));
            case 5 -> new Stmt.Nest(List.of("Probe.now(() -> {", "});"), List.of(first));
            case 6 -> new Stmt.Nest(List.of("List.of(1, 2).forEach(" + i + " -> {", "});"), List.of(first));
            case 7 ->
                new Stmt.Nest(
                        List.of(
                                i + ": for (String s" + i + " : List.of(\"x\", \"y\")) { Probe.step();",
                                "if (Probe.coin()) { continue " + i + "; } }"),
                        List.of(first));
            default ->
                new Stmt.Nest(List.of("store.inTransaction(() -> {", "});"), List.of(simpleBlock(place.inside())));
        };
    }

    /** A transaction keeps locks until its end, and one that failed inside of another dooms it: so nothing of that here. */
    private Block simpleBlock(Place place) {
        Block block = new Block(place);
        for (int i = random.nextInt(1, MOST_STATEMENTS + 1); i > 0; i--) {
            block.add(simple(place), place);
        }
        return block;
    }

    private Stmt later(Place place) {
        String r = fresh("r");
        Block free = block(place.later(false));
        return switch (random.nextInt(5)) {
            case 0 -> new Stmt.Later(List.of("Probe.anyTime(() -> {"), free, List.of("});"), false);
            case 1 ->
                new Stmt.Later(List.of("Runnable " + r + " = () -> {"), free, List.of("};", r + ".run();"), false);
            case 2 ->
                new Stmt.Later(
                        List.of("new Runnable() {", "@Override public void run() {"),
                        free,
                        List.of("}", "}.run();"),
                        false);
            case 3 ->
                new Stmt.Later(
                        List.of("class L" + r + " {", "void go() {"),
                        free,
                        List.of("}", "}", "new L" + r + "().go();"),
                        false);
            default -> {
                boolean runs = place.mayAcquire() && !place.held();
                yield new Stmt.Later(
                        List.of("Program " + r + " = () -> {"),
                        block(place.later(true)),
                        runs ? List.of("};", r + ".run();") : List.of("};"),
                        runs);
            }
        };
    }

    String fresh(String prefix) {
        names++;
        return prefix + names;
    }

    List<Method> methods() {
        return methods;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
