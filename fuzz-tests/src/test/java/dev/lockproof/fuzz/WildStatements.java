package dev.lockproof.fuzz;

import dev.lockproof.fuzz.WildScope.WildVar;
import java.util.List;

/** Random statements, put together without regard to whether they are safe. */
final class WildStatements {

    private static final int MOST = 4;
    private static final int DEEPEST = 3;

    private final WildMembers program;
    private final WildExpressions expressions;
    private final WildPlots plots;

    WildStatements(WildMembers program) {
        this.program = program;
        this.expressions = new WildExpressions(program, this);
        this.plots = new WildPlots(program, this);
    }

    WildExpressions expressions() {
        return expressions;
    }

    WildPlots plots() {
        return plots;
    }

    /** Gives a block. It counts its steps, so that no program runs for ever. */
    String braced(WildScope scope) {
        return "{\nProbe.step();\n" + block(scope) + "}";
    }

    String block(WildScope scope) {
        StringBuilder text = new StringBuilder();
        WildScope now = scope;
        for (int i = program.random().nextInt(1, (scope.depth() == 0 ? MOST : 2) + 1); i > 0; i--) {
            if (program.oneIn(3)) {
                WildVar var = declared();
                text.append(declaration(var, now)).append('\n');
                now = now.with(var);
            } else {
                text.append(statement(now)).append('\n');
            }
        }
        return text.toString();
    }

    private WildVar declared() {
        List<WildType> types = List.of(
                WildType.ACCOUNT,
                WildType.ACCOUNT,
                WildType.ACCOUNT,
                WildType.PROOF,
                WildType.SOME_PROOF,
                WildType.STORED,
                WildType.OBJECT,
                WildType.TASK,
                WildType.PROGRAM,
                WildType.MAKER,
                WildType.USER,
                WildType.ACCOUNTS,
                WildType.BOX,
                WildType.LISTS);
        return new WildVar(program.fresh("v"), program.pick(types), program.oneIn(3));
    }

    private String declaration(WildVar var, WildScope scope) {
        boolean isRight = !var.type().isProof() || expressions.hasProof(scope);
        boolean isInferred = var.type().isGeneric() && !var.changes() && program.coin();
        String type = isInferred ? "var" : var.type().text();
        String value = isRight || program.dares() ? expressions.of(var.type(), scope) : "null";
        if (program.withQualifiers() && var.type() == WildType.ACCOUNT && program.oneIn(4)) {
            boolean isLocked = expressions.hasProof(scope) && program.coin();
            type = (isLocked ? "@Locked " : "@Fresh ") + type;
            value = isLocked ? expressions.locked(scope) : expressions.made(scope);
        }
        if (var.type().isProof() && value.equals("null")) {
            return type + " " + var.name() + " = null;";
        }
        return type + " " + var.name() + " = " + value + ";"
                + (var.changes() ? " " + var.name() + " = " + var.name() + ";" : "");
    }

    private String statement(WildScope scope) {
        boolean isDeep = scope.depth() >= DEEPEST;
        boolean has = expressions.hasProof(scope);
        WildChoice ways = new WildChoice()
                .orIf(
                        has || program.dares(),
                        8,
                        () -> "Probe.proof(" + expressions.of(WildType.SOME_PROOF, scope) + ");")
                .orIf(has, 4, () -> "accounts.save(" + expressions.of(WildType.PROOF, scope) + ");")
                .orIf(
                        has && program.withQualifiers(),
                        4,
                        () -> "accounts.save((Account) " + expressions.locked(scope) + ");")
                .or(1, "accounts.save(new Account(Probe.newId(), 1));")
                .or(2, () -> use(scope))
                .or(4, () -> assignment(scope))
                .or(4, () -> call(scope))
                .or(2, () -> "Probe.anyTime(" + expressions.of(WildType.TASK, scope) + ");")
                .or(scope.free() ? 1 : 4, "task.run();")
                .orIf(
                        has,
                        2,
                        () -> (program.coin() ? "stash = " : "kept = ") + expressions.of(WildType.PROOF, scope) + ";")
                .orIf(program.dares(), 6, () -> pattern())
                .orIf(scope.free() && program.dares(), 30, () -> plot(scope))
                .or(scope.free() ? 2 : 4, () -> "launch(" + expressions.of(WildType.TASK, scope) + ");")
                .or(
                        2,
                        () -> "apply(" + expressions.of(WildType.USER, scope) + ", "
                                + expressions.of(WildType.ACCOUNT, scope) + ");")
                .orIf(
                        scope.free() || program.dares(),
                        2,
                        () -> "start(" + expressions.of(WildType.PROGRAM, scope) + ");")
                .orIf(has && program.dares(), 10, () -> odd(scope));
        if (!isDeep) {
            ways.orIf(scope.free() || program.dares(), 14, () -> lock(scope))
                    .or(5, () -> nest(scope))
                    .or(3, () -> inline(scope))
                    .or(1, () -> local(scope));
        }
        return program.choose(ways);
    }

    private String plot(WildScope scope) {
        return program.choose(new WildChoice()
                .or(1, () -> plots.proofKept(scope))
                .or(1, () -> plots.lockHidden(scope))
                .orIf(program.withQualifiers(), 1, () -> plots.accountKept(scope)));
    }

    /** Uses an account as if its lock was held, or it was new. Without qualifiers nobody promises that. */
    private String use(WildScope scope) {
        if (!program.withQualifiers()) {
            return expressions.of(WildType.ACCOUNT, scope) + ".deposit(1);";
        }
        String use = expressions.hasProof(scope) || program.dares()
                ? "Probe.locked(" + expressions.locked(scope)
                : "accounts.save(" + expressions.made(scope);
        return use + ");";
    }

    private String assignment(WildScope scope) {
        List<WildVar> vars = scope.vars().stream()
                .filter(v -> v.changes() && (!v.type().isProof() || program.dares()))
                .toList();
        WildChoice ways = new WildChoice()
                .or(1, () -> "kept = " + expressions.of(WildType.ACCOUNT, scope) + ";")
                .or(1, () -> "stash = " + expressions.of(WildType.OBJECT, scope) + ";")
                .or(1, () -> "task = " + expressions.of(WildType.TASK, scope) + ";")
                .or(1, () -> "all.add(" + expressions.of(WildType.ACCOUNT, scope) + ");");
        vars.forEach(v -> ways.or(3, () -> v.name() + " = " + expressions.of(v.type(), scope) + ";"));
        return program.choose(ways);
    }

    private String call(WildScope scope) {
        List<Method> callable = program.methods().stream()
                .filter(method -> isRight(method, scope) || program.dares())
                .toList();
        if (callable.isEmpty()) {
            return "Probe.step();";
        }
        Method method = program.pick(callable);
        String argument = method.parameter()
                .map(v -> expressions.argument(method, v, scope))
                .orElse("");
        return String.join("\n", method.call(argument, program.fresh("o")));
    }

    private boolean isRight(Method method, WildScope scope) {
        boolean hasArgument = method.parameter().isEmpty() || expressions.hasProof(scope);
        return hasArgument && (!method.saysThatItAcquires() || scope.free());
    }

    /** What nobody should do with a proof. */
    private String odd(WildScope scope) {
        String proof = expressions.of(WildType.PROOF, scope);
        String x = program.fresh("x");
        return program.choose(new WildChoice()
                .or(2, proof + ".close();")
                .or(1, "try (LockedAccount " + x + " = " + proof + ") {\nProbe.proof(" + x + ");\n}")
                .or(1, "LockedAccount[] " + x + " = {" + proof + "};\nlaunch(() -> Probe.proof(" + x + "[0]));")
                .or(
                        1,
                        "List<LockedAccount> " + x + " = new ArrayList<>();\n" + x + ".add(" + proof
                                + ");\ntask = () -> Probe.proof(" + x + ".get(0));")
                .or(
                        1,
                        "Box<LockedAccount> " + x + " = new Box<>(" + proof + ");\ntask = () -> Probe.proof(" + x
                                + ".value());")
                .or(1, "Supplier<LockedAccount> " + x + " = () -> " + proof + ";\nstash = " + x + ";")
                .or(1, "stash = (Supplier<LockedAccount>) () -> accounts.lock(\"d\");")
                .or(1, "keep(" + proof + ", " + x + " -> Probe.proof(" + x + "));")
                .or(
                        1,
                        "try (AutoCloseable " + x + " = " + proof + ") {\nProbe.step();\n} catch (Exception " + x
                                + "e) {\nthrow new Oops();\n}"));
    }

    /** A proof out of something that is, or was, one. */
    private String pattern() {
        String x = program.fresh("x");
        return "if (" + (program.coin() ? "stash" : "kept") + " instanceof LockedAccount " + x + ") {\nProbe.proof(" + x
                + ");\n}";
    }

    private String lock(WildScope scope) {
        String v = program.fresh("l");
        WildScope body = scope.under().with(new WildVar(v, WildType.PROOF, false));
        String given = "try (LockedAccount " + v + " = " + locked(scope) + ") {\n" + block(body) + "}";
        return program.choose(new WildChoice()
                .or(8, () -> given)
                .or(
                        3,
                        () -> given + " catch (Oops " + v + "e) {\n" + block(scope.inside()) + "} finally {\n"
                                + block(scope.inside()) + "}")
                .or(
                        2,
                        () -> "try (var " + v + " = locks.acquireBoth(accounts.require(" + program.id()
                                + "), orders.require(\"a\"))) {\n"
                                + block(scope.under().with(new WildVar(v, WildType.PAIR, false))) + "}")
                .or(
                        2,
                        () -> "try (var g" + v
                                + " = locks.acquireAll(accounts.require(\"a\"), accounts.require(\"b\"))) {\n"
                                + "LockProof<?> f" + v + " = g" + v + ".proofs().get(0);\nProbe.proof(f" + v + ");\n"
                                + block(scope.under()) + "}")
                .or(
                        2,
                        () -> "try (LockedAccount " + v + " = accounts.tryLock(" + program.id() + ")) {\nif (" + v
                                + " != null) {\n" + block(body) + "} else {\n" + block(scope.inside()) + "}\n}")
                .or(
                        2,
                        () -> "accounts.withLock(" + program.id() + ", " + v + " -> {\n"
                                + block(scope.function(false).with(new WildVar(v, WildType.PROOF, false))) + "return "
                                + expressions.of(WildType.OBJECT, body.function(false)) + ";\n});")
                .orIf(
                        program.dares(),
                        2,
                        () -> "try (LockedAccount " + v + " = accounts.lock(\"a\"); LockedOrder o" + v
                                + " = orders.lock(\"b\")) {\n" + block(body) + "}"));
    }

    private String locked(WildScope scope) {
        return program.choose(new WildChoice()
                .or(4, () -> "accounts.lock(" + program.id() + ")")
                .or(2, () -> "locks.acquire(" + expressions.of(WildType.STORED, scope) + ")")
                .or(1, () -> "locks.acquire(accounts.findById(" + program.id() + "))")
                .orIf(program.dares(), 3, () -> expressions.of(WildType.PROOF, scope)));
    }

    private String nest(WildScope scope) {
        WildScope in = scope.inside();
        String i = program.fresh("i");
        return program.choose(new WildChoice()
                .or(2, () -> "if (Probe.coin()) {\n" + block(in) + "} else {\n" + block(in) + "}")
                .or(2, () -> "for (int " + i + " = 0; " + i + " < 2; " + i + "++) {\n" + block(in) + "}")
                .or(1, () -> "while (Probe.coin()) {\n" + block(in) + "}")
                .or(
                        1,
                        () -> "switch (Probe.coin() ? 1 : 2) {\ncase 1 -> {\n" + block(in) + "}\ndefault -> {\n"
                                + block(in) + "}\n}")
                .or(1, () -> "synchronized (self) {\n" + block(in) + "}")
                .or(
                        2,
                        () -> "try {\n" + block(in) + "Probe.mayThrow();\n} catch (Oops " + i + "e) {\n" + block(in)
                                + "} finally {\n" + block(in) + "}")
                .or(
                        2,
                        () -> "for (Account " + i + " : " + expressions.of(WildType.ACCOUNTS, scope) + ") {\n"
                                + block(in.with(new WildVar(i, WildType.ACCOUNT, false))) + "}"));
    }

    private String inline(WildScope scope) {
        String x = program.fresh("x");
        WildScope in = scope.function(scope.free());
        WildScope withAccount = in.with(new WildVar(x, WildType.ACCOUNT, false));
        String accounts = expressions.of(WildType.ACCOUNTS, scope);
        return program.choose(new WildChoice()
                .or(2, () -> "Probe.now(() -> " + braced(in) + ");")
                .or(2, () -> "now(() -> " + braced(in) + ");")
                .or(2, () -> accounts + ".forEach(" + x + " -> " + braced(withAccount) + ");")
                .or(
                        1,
                        () -> "Optional.of(" + expressions.of(WildType.ACCOUNT, scope) + ").ifPresent(" + x + " -> "
                                + braced(withAccount) + ");")
                .or(
                        1,
                        () -> accounts + ".stream().map(" + x + " -> " + expressions.of(WildType.ACCOUNT, withAccount)
                                + ").forEach(" + expressions.of(WildType.USER, scope) + ");")
                .orIf(
                        program.dares(),
                        1,
                        () -> "stash = " + accounts + ".stream().map(" + x + " -> "
                                + expressions.of(WildType.ACCOUNT, withAccount) + ").iterator();")
                .or(
                        1,
                        () -> "new HashMap<String, Object>().computeIfAbsent(\"x\", " + x + " -> "
                                + expressions.of(WildType.OBJECT, in) + ");"));
    }

    private String local(WildScope scope) {
        String name = program.fresh("L");
        WildScope body =
                program.dares() ? scope.function(false) : scope.function(false).withoutProofs();
        boolean acquires = program.dares();
        return "class " + name + " {\n" + (acquires ? "@AcquiresLock " : "") + "void go() "
                + braced(acquires ? scope.function(true) : body) + "\n}\nnew " + name + "().go();";
    }
}
