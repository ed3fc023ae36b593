package dev.lockproof.fuzz;

import java.util.List;
import java.util.Set;

/** The faults of which {@link Mutator} puts one into a method. */
final class StatementFaults {

    static final List<StatementFault> ALL = List.of(
            new StatementFault(
                    "a lock under a lock",
                    Place::held,
                    Set.of("nested.acquire"),
                    (place, x) -> List.of(
                            "!try (LockedAccount " + x + " = accounts.lock(\"d\")) { Probe.proof(" + x + "); }")),
            new StatementFault(
                    "a group of locks under a lock",
                    Place::held,
                    Set.of("nested.acquire"),
                    (place, x) -> List.of(
                            "!try (var " + x
                                    + " = locks.acquireBoth(accounts.require(\"c\"), orders.require(\"d\"))) { Probe.step(); }")),
            new StatementFault(
                    "a function under a lock that is taken under a lock",
                    Place::held,
                    Set.of("nested.acquire", "nested.acquire.call"),
                    (place, x) -> List.of("!accounts.withLock(\"d\", " + x + " -> 1);")),
            new StatementFault(
                    "a call of what takes a lock, under a lock",
                    Place::held,
                    Set.of("nested.acquire.call"),
                    (place, x) -> List.of("!self.run();")),
            new StatementFault(
                    "the end of a lock by hand",
                    StatementFaults::withAProof,
                    Set.of("proof.explicit.close"),
                    (place, x) -> List.of("!" + proof(place).name() + ".close();")),
            new StatementFault(
                    "a proof in code that may run later",
                    StatementFaults::withAProof,
                    Set.of("proof.captured"),
                    (place, x) -> List.of(
                            "!Probe.anyTime(() -> Probe.proof(" + proof(place).name() + "));")),
            new StatementFault(
                    "a locked account in code that may run later",
                    StatementFaults::withAnAccount,
                    Set.of("proof.captured", "argument.not.locked"),
                    (place, x) -> List.of("!Probe.anyTime(() -> Probe.locked("
                            + account(place).asLocked() + "));")),
            new StatementFault(
                    "a proof in an array",
                    StatementFaults::withAProof,
                    Set.of("proof.array"),
                    (place, x) -> List.of(
                            "!LockProof<?>[] " + x + " = {" + proof(place).name() + "};")),
            new StatementFault(
                    "a proof in a list",
                    StatementFaults::withAProof,
                    Set.of("proof.type.argument", "proof.escapes.argument"),
                    (place, x) -> List.of("!List<LockProof<?>> " + x + " = new ArrayList<>();")),
            new StatementFault(
                    "a proof out of an object",
                    StatementFaults::withAProof,
                    Set.of("proof.downcast"),
                    (place, x) -> List.of(
                            "Object o" + x + " = " + proof(place).name() + ";",
                            "!LockProof<?> " + x + " = (LockProof<?>) o" + x + ";")),
            new StatementFault(
                    "a pattern that makes a proof",
                    StatementFaults::anywhere,
                    Set.of("proof.downcast"),
                    (place, x) -> List.of("!if (accounts.require(\"a\").entity() instanceof LockProof<?> " + x
                            + ") { Probe.step(); }")),
            new StatementFault(
                    "a proof kept in a variable of a wider scope",
                    StatementFaults::freeToLock,
                    Set.of("proof.reassigned"),
                    (place, x) -> List.of(
                            "LockedAccount k" + x + " = null;",
                            "try (LockedAccount " + x + " = accounts.lock(\"d\")) {",
                            "!k" + x + " = " + x + ";",
                            "}")),
            new StatementFault(
                    "a locked account kept in a variable of a wider scope",
                    StatementFaults::freeToLock,
                    Set.of("argument.not.locked"),
                    (place, x) -> List.of(
                            "Account k" + x + " = null;",
                            "try (LockedAccount " + x + " = accounts.lock(\"d\")) {",
                            "k" + x + " = " + x + ";",
                            "}",
                            "!Probe.locked(k" + x + ");")),
            new StatementFault(
                    "a proof that a switch gives after its lock",
                    StatementFaults::freeToLock,
                    Set.of("proof.escapes.return"),
                    (place, x) -> List.of(
                            "LockedAccount k" + x + " = switch (0) { default -> { try (LockedAccount " + x
                                    + " = accounts.lock(\"d\")) {",
                            "!yield " + x + ";",
                            "} } };")),
            new StatementFault(
                    "a locked account that a switch gives after its lock",
                    StatementFaults::freeToLock,
                    Set.of("argument.not.locked"),
                    (place, x) -> List.of(
                            "Account k" + x + " = switch (0) { default -> { try (LockedAccount " + x
                                    + " = accounts.lock(\"d\")) {",
                            "yield " + x + ";",
                            "} } };",
                            "!Probe.locked(k" + x + ");")),
            new StatementFault(
                    "a lock that nothing releases",
                    StatementFaults::freeToLock,
                    Set.of("acquire.not.resource"),
                    (place, x) -> List.of("!accounts.lock(\"d\");")),
            new StatementFault(
                    "a lock in a variable",
                    StatementFaults::freeToLock,
                    Set.of("acquire.not.resource"),
                    (place, x) -> List.of("!LockedAccount " + x + " = accounts.lock(\"d\");")),
            new StatementFault(
                    "a lock in a function that may run any time",
                    StatementFaults::anywhere,
                    Set.of("effect.lambda"),
                    (place, x) -> List.of("!Runnable " + x + " = () -> { try (var v" + x
                            + " = accounts.lock(\"d\")) { Probe.proof(v" + x + "); } };")),
            new StatementFault(
                    "a reference to what takes a lock",
                    StatementFaults::anywhere,
                    Set.of("effect.methodref"),
                    (place, x) -> List.of("!Runnable " + x + " = self::run;")),
            new StatementFault(
                    "a lock in a class whose method says nothing of it",
                    StatementFaults::anywhere,
                    Set.of("effect.override"),
                    (place, x) -> List.of(
                            "!Runnable " + x + " = new Runnable() { @Override public void run() { self.run(); } };")),
            new StatementFault(
                    "a save of what was found",
                    StatementFaults::anywhere,
                    Set.of("save.not.writable"),
                    (place, x) -> List.of("!accounts.save(accounts.require(\"a\").entity());")),
            new StatementFault(
                    "a save of a found record, changed",
                    StatementFaults::anywhere,
                    Set.of("save.not.writable"),
                    (place, x) -> List.of("!orders.save(orders.require(\"a\").entity().ship());")),
            new StatementFault(
                    "an unlocked account where a locked one is needed",
                    StatementFaults::anywhere,
                    Set.of("argument.not.locked"),
                    (place, x) -> List.of("!Probe.locked(accounts.require(\"a\").entity());")),
            new StatementFault(
                    "a locked account that went through a list",
                    StatementFaults::withAnAccount,
                    Set.of("argument.not.locked"),
                    (place, x) -> List.of(
                            "List<Account> " + x + " = new ArrayList<>();",
                            x + ".add(" + account(place).asLocked() + ");",
                            "!Probe.locked(" + x + ".get(0));")),
            new StatementFault(
                    "a cast that makes an account locked",
                    StatementFaults::anywhere,
                    Set.of("locked.cast"),
                    (place, x) -> List.of("!Probe.locked((@Locked Account) accounts.require(\"a\").entity());")));

    private StatementFaults() {}

    private static boolean anywhere(Place place) {
        return true;
    }

    private static boolean withAProof(Place place) {
        return place.vars().stream().anyMatch(Var::isProof);
    }

    private static boolean withAnAccount(Place place) {
        return place.vars().stream().anyMatch(Var::isAccount);
    }

    private static boolean freeToLock(Place place) {
        return place.mayAcquire() && !place.held();
    }

    private static Var proof(Place place) {
        return place.vars().stream().filter(Var::isProof).findFirst().orElseThrow();
    }

    private static Var account(Place place) {
        return place.vars().stream().filter(Var::isAccount).findFirst().orElseThrow();
    }
}
