package dev.lockproof.fuzz;

import dev.lockproof.fuzz.WildMembers.Function;
import dev.lockproof.fuzz.WildMembers.Giver;
import dev.lockproof.fuzz.WildScope.WildVar;
import java.util.List;

/** Random expressions. Each has the Java type that was asked for, and that is all that is known of it. */
final class WildExpressions {

    private static final int DEEPEST = 2;

    private final WildMembers program;
    private final WildStatements statements;
    private final WildGenerics generics;

    WildExpressions(WildMembers program, WildStatements statements) {
        this.program = program;
        this.statements = statements;
        this.generics = new WildGenerics(program, this);
    }

    String of(WildType type, WildScope scope) {
        return of(type, scope, 0);
    }

    private String of(WildType type, WildScope scope, int depth) {
        return switch (type) {
            case PROOF -> proof(scope, depth);
            case ORDER_PROOF -> orderProof(scope);
            case SOME_PROOF -> someProof(scope, depth);
            case PAIR -> variable(type, scope, "null");
            case ACCOUNT -> account(scope, depth);
            case STORED -> stored(scope, depth);
            case OBJECT -> object(scope, depth);
            case TASK -> task(scope, depth);
            case PROGRAM -> program(scope, depth);
            case MAKER -> maker(scope, depth);
            case USER -> user(scope, depth);
            case ACCOUNTS -> accounts(scope, depth);
            case BOX -> box(scope, depth);
            case LISTS -> generics.lists(scope, depth);
            case CLOSEABLE -> hasProof(scope) ? proof(scope, depth) : "() -> {}";
        };
    }

    /** Tells whether there is a proof to be had without taking a lock. */
    boolean hasProof(WildScope scope) {
        return scope.has(WildType.PROOF) || scope.has(WildType.PAIR);
    }

    /** Gives a variable, or else something instead. */
    String variable(WildType type, WildScope scope, String otherwise) {
        List<WildVar> vars = scope.of(type);
        return vars.isEmpty() ? otherwise : program.pick(vars).name();
    }

    private String proof(WildScope scope, int depth) {
        boolean has = scope.has(WildType.PROOF);
        WildChoice ways = new WildChoice()
                .orIf(has, 12, () -> variable(WildType.PROOF, scope, ""))
                .orIf(scope.has(WildType.PAIR), 8, () -> variable(WildType.PAIR, scope, "") + ".first()");
        if (!hasProof(scope) || program.dares()) {
            ways.or(2, "accounts.lock(" + program.id() + ")")
                    .or(1, "accounts.<LockedAccount>withLock(" + program.id() + ", x -> x)")
                    .or(1, "accounts.<LockedAccount>withLock(" + program.id() + ", P::same)")
                    .or(1, "P.<LockedAccount>cast(kept)")
                    .or(1, () -> statements.plots().switched(WildType.PROOF, scope))
                    .or(1, () -> "((LockedAccount) " + of(WildType.ACCOUNT, scope, DEEPEST) + ")")
                    .or(1, () -> "((LockedAccount) stash)");
        }
        if (hasProof(scope) && depth < DEEPEST) {
            ways.or(1, () -> "same(" + proof(scope, depth + 1) + ")")
                    .or(1, () -> "either(" + proof(scope, depth + 1) + ", " + proof(scope, depth + 1) + ")")
                    .or(1, () -> "(Probe.coin() ? " + proof(scope, depth + 1) + " : " + proof(scope, depth + 1) + ")")
                    .orIf(program.dares(), 2, () -> "Optional.of(" + proof(scope, depth + 1) + ").get()")
                    .orIf(program.dares(), 2, () -> "List.of(" + proof(scope, depth + 1) + ").get(0)")
                    .orIf(program.dares(), 2, () -> "new Box<>(" + proof(scope, depth + 1) + ").value()");
        }
        given(WildType.PROOF, scope, ways, depth);
        return program.choose(ways);
    }

    private String orderProof(WildScope scope) {
        if (scope.has(WildType.PAIR) && program.coin()) {
            return variable(WildType.PAIR, scope, "") + ".second()";
        }
        return variable(WildType.ORDER_PROOF, scope, "orders.lock(" + program.id() + ")");
    }

    private String someProof(WildScope scope, int depth) {
        return scope.has(WildType.SOME_PROOF) && program.coin()
                ? variable(WildType.SOME_PROOF, scope, "")
                : proof(scope, depth);
    }

    String account(WildScope scope, int depth) {
        boolean has = hasProof(scope);
        WildChoice ways = new WildChoice()
                .or(4, "accounts.require(" + program.id() + ").entity()")
                .or(2, "new Account(Probe.newId(), 1)")
                .or(1, "Account.open(Probe.newId())")
                .or(1, "kept")
                .orIf(scope.has(WildType.ACCOUNT), 8, () -> variable(WildType.ACCOUNT, scope, ""))
                .orIf(has, 4, () -> proof(scope, DEEPEST))
                .orIf(has, 4, () -> proof(scope, DEEPEST) + ".entity()")
                .orIf(scope.has(WildType.SOME_PROOF), 3, () -> variable(WildType.SOME_PROOF, scope, "") + ".entity()")
                .orIf(scope.has(WildType.STORED), 2, () -> variable(WildType.STORED, scope, "") + ".entity()");
        if (depth < DEEPEST) {
            ways.or(1, () -> "same(" + account(scope, depth + 1) + ")")
                    .or(1, () -> "either(" + account(scope, depth + 1) + ", " + account(scope, depth + 1) + ")")
                    .or(
                            1,
                            () -> "(Probe.coin() ? " + account(scope, depth + 1) + " : " + account(scope, depth + 1)
                                    + ")")
                    .or(
                            1,
                            () -> "(switch (Probe.coin() ? 1 : 2) { case 1 -> " + account(scope, depth + 1)
                                    + "; default -> { yield " + account(scope, depth + 1) + "; } })")
                    .or(1, () -> box(scope, depth + 1) + ".value()")
                    .or(1, () -> accounts(scope, depth + 1) + ".get(0)")
                    .or(1, () -> generics.account(scope, depth))
                    .orIf(scope.has(WildType.MAKER), 2, () -> variable(WildType.MAKER, scope, "") + ".get()")
                    .or(1, () -> "poly(" + account(scope, depth + 1) + ")")
                    .orIf(
                            program.withQualifiers() && program.dares(),
                            4,
                            () -> "((@Locked Account) " + account(scope, DEEPEST) + ")")
                    .orIf(
                            program.withQualifiers() && program.dares(),
                            2,
                            () -> "((@Fresh Account) " + account(scope, DEEPEST) + ")")
                    .orIf(
                            scope.free() || program.dares(),
                            1,
                            () -> "accounts.<Account>withLock(" + program.id() + ", w -> w.entity())")
                    .orIf(scope.free(), 1, () -> statements.plots().switched(WildType.ACCOUNT, scope));
            given(WildType.ACCOUNT, scope, ways, depth);
            List<WildVar> changing =
                    scope.of(WildType.ACCOUNT).stream().filter(WildVar::changes).toList();
            ways.orIf(
                    !changing.isEmpty(),
                    1,
                    () -> "(" + program.pick(changing).name() + " = " + account(scope, depth + 1) + ")");
        }
        return program.choose(ways);
    }

    private void given(WildType type, WildScope scope, WildChoice ways, int depth) {
        for (Giver giver : program.givers()) {
            boolean isRight = (!giver.acquires() || scope.free())
                    && (giver.parameter().isEmpty() || !giver.parameter().get().isProof() || hasProof(scope));
            if (giver.result() == type && depth < DEEPEST && (isRight || program.dares())) {
                ways.or(
                        2,
                        () -> giver.name() + "("
                                + giver.parameter()
                                        .map(p -> of(p, scope, depth + 1))
                                        .orElse("") + ")");
            }
        }
    }

    private String stored(WildScope scope, int depth) {
        WildChoice ways = new WildChoice()
                .or(3, "accounts.require(" + program.id() + ")")
                .or(1, "accounts.findById(" + program.id() + ").get()")
                .orIf(scope.has(WildType.STORED), 4, () -> variable(WildType.STORED, scope, ""))
                .orIf(hasProof(scope), 2, () -> "accounts.save(" + proof(scope, DEEPEST) + ")")
                .orIf(hasProof(scope), 1, () -> proof(scope, DEEPEST));
        given(WildType.STORED, scope, ways, depth);
        return program.choose(ways);
    }

    private String object(WildScope scope, int depth) {
        return program.choose(new WildChoice()
                .or(2, "stash")
                .or(1, "\"text\"")
                .orIf(hasProof(scope), 3, () -> proof(scope, depth))
                .or(3, () -> account(scope, depth))
                .orIf(scope.has(WildType.OBJECT), 3, () -> variable(WildType.OBJECT, scope, ""))
                .orIf(scope.has(WildType.TASK), 1, () -> variable(WildType.TASK, scope, "")));
    }

    private String task(WildScope scope, int depth) {
        WildScope body = later(scope, false);
        WildChoice ways = new WildChoice()
                .or(1, "task")
                .orIf(scope.has(WildType.TASK), 5, () -> variable(WildType.TASK, scope, ""))
                .orIf(hasProof(body), 8, () -> "() -> Probe.proof(" + proof(body, DEEPEST) + ")")
                .orIf(depth < DEEPEST, 3, () -> "() -> " + statements.braced(body))
                .orIf(
                        depth < DEEPEST,
                        2,
                        () -> "new Runnable() { " + note() + "@Override public void run() " + statements.braced(body)
                                + " }")
                .or(1, () -> "Locks.detached(" + acquiringTask(scope) + ")");
        program.classes().stream()
                .filter(function -> function.type() == WildType.TASK)
                .forEach(function -> ways.or(2, "new " + function.name() + "()"));
        if (program.dares()) {
            ways.or(2, "self::run")
                    .orIf(scope.has(WildType.PROGRAM), 3, () -> variable(WildType.PROGRAM, scope, "") + "::run")
                    .orIf(hasProof(scope), 3, () -> proof(scope, DEEPEST) + "::close");
        }
        references(ways);
        return program.choose(ways);
    }

    /** A note on an overriding method that takes locks, mostly where it is wrong. */
    private String note() {
        return program.dares() ? "@AcquiresLock " : "";
    }

    private String acquiringTask(WildScope scope) {
        return scope.has(WildType.PROGRAM) && program.coin()
                ? variable(WildType.PROGRAM, scope, "") + "::run"
                : "self::run";
    }

    private void references(WildChoice ways) {
        program.methods().stream()
                .filter(method -> method.parameter().isEmpty() && (!method.saysThatItAcquires() || program.dares()))
                .forEach(method -> method.reference().ifPresent(reference -> ways.or(2, reference)));
    }

    private String program(WildScope scope, int depth) {
        WildScope body = later(scope, true);
        WildChoice ways = new WildChoice()
                .or(1, "self")
                .orIf(scope.has(WildType.PROGRAM), 4, () -> variable(WildType.PROGRAM, scope, ""))
                .orIf(scope.has(WildType.TASK), 1, () -> variable(WildType.TASK, scope, "") + "::run")
                .orIf(depth < DEEPEST, 4, () -> "() -> " + statements.braced(body))
                .orIf(
                        depth < DEEPEST,
                        2,
                        () -> "new Program() { @AcquiresLock @Override public void run() " + statements.braced(body)
                                + " }");
        program.classes().stream()
                .filter(function -> function.type() == WildType.PROGRAM)
                .forEach(function -> ways.or(2, "new " + function.name() + "()"));
        program.methods().stream()
                .filter(method -> method.parameter().isEmpty())
                .forEach(method -> method.reference().ifPresent(reference -> ways.or(2, reference)));
        return program.choose(ways);
    }

    private String maker(WildScope scope, int depth) {
        WildScope body = later(scope, false);
        return program.choose(new WildChoice()
                .orIf(scope.has(WildType.MAKER), 4, () -> variable(WildType.MAKER, scope, ""))
                .or(3, () -> "() -> " + account(body, Math.max(depth + 1, 2)))
                .or(1, () -> "accounts.require(" + program.id() + ")::entity")
                .orIf(hasProof(scope) && program.dares(), 3, () -> proof(scope, DEEPEST) + "::entity"));
    }

    String user(WildScope scope, int depth) {
        String a = program.fresh("a");
        WildScope body = later(scope, false).with(new WildVar(a, WildType.ACCOUNT, false));
        return program.choose(new WildChoice()
                .orIf(scope.has(WildType.USER), 4, () -> variable(WildType.USER, scope, ""))
                .orIf(depth < DEEPEST, 3, () -> a + " -> " + statements.braced(body))
                .or(1, a + " -> " + a + ".deposit(1)")
                .orIf(program.withQualifiers() && program.dares(), 3, () -> "Probe::locked")
                .orIf(program.withQualifiers() && program.dares(), 3, () -> "accounts::save"));
    }

    /** What a function that may run later sees: no proofs, unless the program dares. */
    private WildScope later(WildScope scope, boolean mayAcquire) {
        WildScope body = scope.function(mayAcquire || program.dares());
        return program.dares() ? body : body.withoutProofs();
    }

    private String accounts(WildScope scope, int depth) {
        return program.choose(new WildChoice()
                .orIf(scope.has(WildType.ACCOUNTS), 5, () -> variable(WildType.ACCOUNTS, scope, ""))
                .or(1, () -> "new ArrayList<Account>(List.of(" + account(scope, depth + 1) + "))")
                .or(1, () -> "List.<Account>of(" + account(scope, depth + 1) + ")")
                .or(1, () -> "new ArrayList<>(" + generics.list(scope, depth) + ")")
                .or(1, () -> generics.list(scope, depth)));
    }

    private String box(WildScope scope, int depth) {
        return program.choose(new WildChoice()
                .orIf(scope.has(WildType.BOX), 5, () -> variable(WildType.BOX, scope, ""))
                .or(1, () -> "new Box<Account>(" + account(scope, depth + 1) + ")")
                .or(1, () -> generics.box(scope, depth)));
    }

    /** Gives the argument for the parameter of a method. */
    String argument(Method method, Var parameter, WildScope scope) {
        if (!method.qualified()) {
            return of(WildType.ACCOUNT, scope);
        }
        return switch (parameter.kind()) {
            case ACCOUNT_PROOF -> of(WildType.PROOF, scope);
            case ORDER_PROOF -> of(WildType.ORDER_PROOF, scope);
            case SOME_PROOF -> of(WildType.SOME_PROOF, scope);
            case LOCKED_ACCOUNT -> locked(scope);
        };
    }

    /** Gives an account whose lock is held, where there is one. */
    String locked(WildScope scope) {
        return hasProof(scope) && !program.dares() ? proof(scope, 1) : of(WildType.ACCOUNT, scope);
    }

    /** Gives an account that is new, mostly. */
    String made(WildScope scope) {
        return program.dares() ? of(WildType.ACCOUNT, scope) : "new Account(Probe.newId(), 1)";
    }

    Function function(WildType type) {
        return new Function(program.fresh("K"), type);
    }
}
