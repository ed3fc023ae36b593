package dev.lockproof.fuzz;

import dev.lockproof.fuzz.WildScope.WildVar;

/** Two statements that do harm together: one keeps something, the other uses it when, or where, it shouldn't. */
final class WildPlots {

    private final WildMembers program;
    private final WildStatements statements;

    WildPlots(WildMembers program, WildStatements statements) {
        this.program = program;
        this.statements = statements;
    }

    /** Takes a lock, keeps the proof in some way, and uses it after the lock. */
    String proofKept(WildScope scope) {
        String x = program.fresh("x");
        return program.choose(new WildChoice()
                .or(
                        1,
                        () -> under("stash = P;", scope) + "if (stash instanceof LockedAccount " + x
                                + ") {\nProbe.proof(" + x + ");\n}")
                .or(1, () -> under("stash = P;", scope) + "Probe.proof((LockedAccount) stash);")
                .or(1, () -> under("kept = P;", scope) + "Probe.proof(cast(kept));")
                .or(1, () -> under("task = () -> Probe.proof(P);", scope) + "task.run();")
                .or(1, () -> under("task = P::close;", scope) + "task.run();")
                .or(
                        1,
                        () -> "LockedAccount " + x + " = null;\n" + under(x + " = P;", scope) + "Probe.proof(" + x
                                + ");")
                .or(
                        1,
                        () -> "var " + x + " = new ArrayList<LockedAccount>();\n" + under(x + ".add(P);", scope)
                                + "Probe.proof(" + x + ".get(0));")
                .or(
                        1,
                        () -> "LockProof<?>[] " + x + " = new LockProof<?>[1];\n" + under(x + "[0] = P;", scope)
                                + "Probe.proof(" + x + "[0]);")
                .or(
                        1,
                        () -> "class " + x + " {\nLockProof<?> it;\n}\n" + x + " the" + x + " = new " + x + "();\n"
                                + under("the" + x + ".it = P;", scope) + "Probe.proof(the" + x + ".it);")
                .or(1, () -> "Probe.proof(accounts.withLock(\"b\", " + x + " -> " + x + "));")
                .or(1, () -> under("keep(P, " + x + " -> Probe.proof(" + x + "));", scope) + "task.run();")
                .or(
                        1,
                        () -> "Box<?> " + x + " = null;\n" + under(x + " = new Box<>(P);", scope)
                                + "Probe.proof((LockedAccount) " + x + ".value());")
                .or(1, () -> "LockedAccount " + x + " = " + given("yield P;", scope) + "Probe.proof(" + x + ");")
                .or(1, () -> "Probe.proof(" + switched(WildType.PROOF, scope) + ");")
                .or(1, () -> under("P.close();\nProbe.proof(P);", scope))
                .or(1, () -> under("try (P) {\nProbe.step();\n}\nProbe.proof(P);", scope)));
    }

    /** Takes a lock on the way to a value, which may be what was locked. */
    String switched(WildType type, WildScope scope) {
        String x = program.fresh("x");
        WildScope under = scope.under().with(new WildVar(x, WildType.PROOF, false));
        return "(switch (Probe.coin() ? 1 : 2) {\ncase 1 -> {\ntry (LockedAccount " + x + " = accounts.lock("
                + program.id() + ")) {\nyield " + statements.expressions().of(type, under)
                + ";\n}\n}\ndefault -> throw new Oops();\n})";
    }

    /** Keeps an account whose lock is gone, and uses it as if it were held. */
    String accountKept(WildScope scope) {
        String x = program.fresh("x");
        String use = program.coin() ? "Probe.locked(" : "accounts.save(";
        return program.choose(new WildChoice()
                .or(1, () -> under("kept = P;", scope) + use + "kept);")
                .or(1, () -> "Account " + x + " = kept;\n" + under(x + " = P.entity();", scope) + use + x + ");")
                .or(1, () -> under("all.add(P);", scope) + use + "all.get(0));")
                .or(
                        1,
                        () -> "Supplier<Account> " + x + " = null;\n" + under(x + " = () -> P;", scope) + use + x
                                + ".get());")
                .or(
                        1,
                        () -> under(
                                        "var " + x + " = List.of(List.of(P.entity()));\ntask = () -> " + use + x
                                                + ".get(0).get(0));",
                                        scope)
                                + "task.run();")
                .or(
                        1,
                        () -> under(
                                        "var " + x
                                                + " = Stream.of(1).map(i -> Stream.of(P.entity()).toList()).toList();\n"
                                                + "task = () -> " + use + x + ".get(0).get(0));",
                                        scope)
                                + "task.run();")
                .or(
                        1,
                        () -> under("tap(P.entity(), " + x + " -> task = () -> " + use + x + "));", scope)
                                + "task.run();")
                .or(1, () -> "Account " + x + " = " + given("yield P;", scope) + use + x + ");")
                .or(1, () -> use + switched(WildType.ACCOUNT, scope) + ");")
                .or(1, () -> under("kept = P;", scope) + use + "(@Locked Account) kept);")
                .or(1, () -> use + "accounts.require(\"a\").entity());")
                .or(1, () -> use + "poly(accounts.require(\"a\").entity()));")
                .or(
                        1,
                        () -> "accounts.findById(\"a\").map(PersistentAccount::entity).ifPresent(" + x + " -> " + use
                                + x + "));")
                .or(
                        1,
                        () -> "Consumer<Account> " + x + " = "
                                + (use.startsWith("P") ? "Probe::locked" : "accounts::save") + ";\n" + x
                                + ".accept(accounts.require(\"a\").entity());"));
    }

    /** Runs what takes a lock under a lock, by a name that says nothing of it. */
    String lockHidden(WildScope scope) {
        String x = program.fresh("x");
        return program.choose(new WildChoice()
                .or(1, () -> hidden("Runnable " + x + " = () -> { LOCK };", x + ".run();", scope))
                .or(1, () -> hidden("Runnable " + x + " = self::run;", x + ".run();", scope))
                .or(1, () -> hidden("Supplier<?> " + x + " = () -> accounts.lock(\"d\");", x + ".get();", scope))
                .or(1, () -> hidden("class " + x + " { void go() { LOCK } }", "new " + x + "().go();", scope))
                .or(1, () -> hidden("class " + x + " { " + x + "() { LOCK } }", "new " + x + "();", scope))
                .or(1, () -> hidden("class " + x + " { { LOCK } }", "new " + x + "();", scope))
                .or(
                        1,
                        () -> hidden(
                                "class " + x
                                        + " { @Override @AcquiresLock public String toString() { LOCK return \"\"; } }",
                                "stash = \"\" + new " + x + "();",
                                scope))
                .or(
                        1,
                        () -> hidden(
                                "class " + x
                                        + " implements Comparable<String> { @Override public int compareTo(String s) { LOCK return 0; } }",
                                "new " + x + "().compareTo(\"\");",
                                scope))
                .or(
                        1,
                        () -> hidden(
                                "record " + x + "(int i) { public int i() { LOCK return i; } }",
                                "new " + x + "(1).hashCode();\nnew " + x + "(1).i();",
                                scope))
                .or(
                        1,
                        () -> hidden(
                                "Iterable<String> " + x + " = () -> { LOCK return List.of(\"\").iterator(); };",
                                "for (String s" + x + " : " + x + ") {\nProbe.step();\n}",
                                scope))
                .or(1, () -> hidden("", "List.of(1).forEach(" + x + " -> { LOCK });", scope))
                .or(1, () -> hidden("", "accounts.withLock(\"d\", " + x + " -> 1);", scope))
                .or(1, () -> hidden("", "start(() -> { LOCK });", scope)));
    }

    private String hidden(String before, String inside, WildScope scope) {
        String lock = "try (LockedAccount q = accounts.lock(\"d\")) { Probe.step(); }";
        return before.replace("LOCK", lock) + "\n" + under(inside.replace("LOCK", lock), scope);
    }

    private String given(String last, WildScope scope) {
        return "switch (0) {\ndefault -> {\n" + under(last, scope) + "}\n};\n";
    }

    private String under(String inside, WildScope scope) {
        String v = program.fresh("w");
        String more =
                program.oneIn(3) ? statements.block(scope.under().with(new WildVar(v, WildType.PROOF, false))) : "";
        return "try (LockedAccount " + v + " = accounts.lock(" + program.id() + ")) {\n" + more
                + inside.replaceAll("\\bP(?!\\w)", v) + "\n}\n";
    }
}
