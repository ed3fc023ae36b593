package dev.lockproof.fuzz;

import dev.lockproof.fuzz.MemberFaults.MemberFault;
import dev.lockproof.fuzz.Method.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Makes a wrong program out of a right one, by one fault at a place that the printer marks.
 *
 * <p>The program is changed. What a mutation puts in is wrong at that place whatever else the program does.
 */
final class Mutator {

    /**
     * A wrong program.
     *
     * @param program it
     * @param what the fault, for people
     * @param ids what may be reported on its lines, and nothing else anywhere
     */
    record Mutant(RandomProgram program, String what, Set<String> ids) {}

    private record Fault(String what, Predicate<Place> fits, Set<String> ids, Lines lines) {

        interface Lines {
            List<String> at(Place place, String unique);
        }
    }

    private static final List<Fault> FAULTS = List.of(
            new Fault(
                    "a lock under a lock",
                    Place::held,
                    Set.of("nested.acquire"),
                    (place, x) -> List.of(
                            "!try (LockedAccount " + x + " = accounts.lock(\"d\")) { Probe.proof(" + x + "); }")),
            new Fault(
                    "a group of locks under a lock",
                    Place::held,
                    Set.of("nested.acquire"),
                    (place, x) -> List.of(
                            "!try (var " + x
                                    + " = locks.acquireBoth(accounts.require(\"c\"), orders.require(\"d\"))) { Probe.step(); }")),
            new Fault(
                    "a function under a lock that is taken under a lock",
                    Place::held,
                    Set.of("nested.acquire", "nested.acquire.call"),
                    (place, x) -> List.of("!accounts.withLock(\"d\", " + x + " -> 1);")),
            new Fault(
                    "a call of what takes a lock, under a lock",
                    Place::held,
                    Set.of("nested.acquire.call"),
                    (place, x) -> List.of("!self.run();")),
            new Fault(
                    "the end of a lock by hand",
                    Mutator::withAProof,
                    Set.of("proof.explicit.close"),
                    (place, x) -> List.of("!" + proof(place).name() + ".close();")),
            new Fault(
                    "a proof in code that may run later",
                    Mutator::withAProof,
                    Set.of("proof.captured"),
                    (place, x) -> List.of(
                            "!Probe.anyTime(() -> Probe.proof(" + proof(place).name() + "));")),
            new Fault(
                    "a locked account in code that may run later",
                    Mutator::withAnAccount,
                    Set.of("proof.captured", "argument.not.locked"),
                    (place, x) -> List.of("!Probe.anyTime(() -> Probe.locked("
                            + account(place).asLocked() + "));")),
            new Fault(
                    "a proof in an array",
                    Mutator::withAProof,
                    Set.of("proof.array"),
                    (place, x) -> List.of(
                            "!LockProof<?>[] " + x + " = {" + proof(place).name() + "};")),
            new Fault(
                    "a proof in a list",
                    Mutator::withAProof,
                    Set.of("proof.type.argument", "proof.escapes.argument"),
                    (place, x) -> List.of("!List<LockProof<?>> " + x + " = new ArrayList<>();")),
            new Fault(
                    "a proof out of an object",
                    Mutator::withAProof,
                    Set.of("proof.downcast"),
                    (place, x) -> List.of(
                            "Object o" + x + " = " + proof(place).name() + ";",
                            "!LockProof<?> " + x + " = (LockProof<?>) o" + x + ";")),
            new Fault(
                    "a pattern that makes a proof",
                    Mutator::anywhere,
                    Set.of("proof.downcast"),
                    (place, x) -> List.of("!if (accounts.require(\"a\").entity() instanceof LockProof<?> " + x
                            + ") { Probe.step(); }")),
            new Fault(
                    "a proof kept in a variable of a wider scope",
                    Mutator::freeToLock,
                    Set.of("proof.reassigned"),
                    (place, x) -> List.of(
                            "LockedAccount k" + x + " = null;",
                            "try (LockedAccount " + x + " = accounts.lock(\"d\")) {",
                            "!k" + x + " = " + x + ";",
                            "}")),
            new Fault(
                    "a locked account kept in a variable of a wider scope",
                    Mutator::freeToLock,
                    Set.of("argument.not.locked"),
                    (place, x) -> List.of(
                            "Account k" + x + " = null;",
                            "try (LockedAccount " + x + " = accounts.lock(\"d\")) {",
                            "k" + x + " = " + x + ";",
                            "}",
                            "!Probe.locked(k" + x + ");")),
            new Fault(
                    "a lock that nothing releases",
                    Mutator::freeToLock,
                    Set.of("acquire.not.resource"),
                    (place, x) -> List.of("!accounts.lock(\"d\");")),
            new Fault(
                    "a lock in a variable",
                    Mutator::freeToLock,
                    Set.of("acquire.not.resource"),
                    (place, x) -> List.of("!LockedAccount " + x + " = accounts.lock(\"d\");")),
            new Fault(
                    "a lock in a function that may run any time",
                    Mutator::anywhere,
                    Set.of("effect.lambda"),
                    (place, x) -> List.of("!Runnable " + x + " = () -> { try (var v" + x
                            + " = accounts.lock(\"d\")) { Probe.proof(v" + x + "); } };")),
            new Fault(
                    "a reference to what takes a lock",
                    Mutator::anywhere,
                    Set.of("effect.methodref"),
                    (place, x) -> List.of("!Runnable " + x + " = self::run;")),
            new Fault(
                    "a lock in a class whose method says nothing of it",
                    Mutator::anywhere,
                    Set.of("effect.override"),
                    (place, x) -> List.of(
                            "!Runnable " + x + " = new Runnable() { @Override public void run() { self.run(); } };")),
            new Fault(
                    "a save of what was found",
                    Mutator::anywhere,
                    Set.of("save.not.writable"),
                    (place, x) -> List.of("!accounts.save(accounts.require(\"a\").entity());")),
            new Fault(
                    "a save of a found record, changed",
                    Mutator::anywhere,
                    Set.of("save.not.writable"),
                    (place, x) -> List.of("!orders.save(orders.require(\"a\").entity().ship());")),
            new Fault(
                    "an unlocked account where a locked one is needed",
                    Mutator::anywhere,
                    Set.of("argument.not.locked"),
                    (place, x) -> List.of("!Probe.locked(accounts.require(\"a\").entity());")),
            new Fault(
                    "a locked account that went through a list",
                    Mutator::withAnAccount,
                    Set.of("argument.not.locked"),
                    (place, x) -> List.of(
                            "List<Account> " + x + " = new ArrayList<>();",
                            x + ".add(" + account(place).asLocked() + ");",
                            "!Probe.locked(" + x + ".get(0));")),
            new Fault(
                    "a cast that makes an account locked",
                    Mutator::anywhere,
                    Set.of("locked.cast"),
                    (place, x) -> List.of("!Probe.locked((@Locked Account) accounts.require(\"a\").entity());")));

    private static final Set<String> OF_THE_CHECKER =
            Set.of("argument.not.locked", "assignment.not.locked", "save.not.writable");

    private final SplittableRandom random;
    private final Generator names;
    private final List<Fault> faults;
    private final boolean withQualifiers;

    /**
     * @param names of the program
     * @param withQualifiers whether to make faults, too, that the checker alone finds
     */
    Mutator(SplittableRandom random, Generator names, boolean withQualifiers) {
        this.random = random;
        this.names = names;
        this.withQualifiers = withQualifiers;
        this.faults = FAULTS.stream()
                .filter(fault -> withQualifiers || fault.ids().stream().noneMatch(OF_THE_CHECKER::contains))
                .toList();
    }

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

    /** Makes a mutant. Some program has no place for some faults, so it tries until it finds one. */
    Mutant mutate(RandomProgram program) {
        while (true) {
            Optional<Mutant> mutant = switch (random.nextInt(8)) {
                case 0 -> withoutEffect(program);
                case 1 -> withoutQualifier(program);
                case 2 -> withLockMovedIntoAnother(program);
                case 3 -> withMember(program);
                default -> withFault(program);
            };
            if (mutant.isPresent()) {
                return mutant.get();
            }
        }
    }

    private Optional<Mutant> withFault(RandomProgram program) {
        Fault fault = faults.get(random.nextInt(faults.size()));
        List<Block> blocks = new ArrayList<>(program.blocks());
        Block block = blocks.get(random.nextInt(blocks.size()));
        int gap = random.nextInt(block.gaps());
        Place place = block.placeAt(gap);
        if (!fault.fits().test(place)) {
            return Optional.empty();
        }
        block.insert(gap, new Stmt.Mutant(fault.lines().at(place, names.fresh("x"))));
        return Optional.of(new Mutant(program, fault.what(), fault.ids()));
    }

    /** Drops the {@code @AcquiresLock} of a method that takes a lock. */
    private Optional<Mutant> withoutEffect(RandomProgram program) {
        Method method = program.methods().get(random.nextInt(program.methods().size()));
        if (method.effect() != Effect.ACQUIRING) {
            return Optional.empty();
        }
        return Optional.of(new Mutant(
                replaced(program, method, method.unmarkedEffect()),
                "a method that takes a lock and doesn't say so",
                Set.of("effect.undeclared", "effect.override")));
    }

    /** Drops the {@code @Locked} of a parameter that is used as locked. */
    private Optional<Mutant> withoutQualifier(RandomProgram program) {
        Method method = program.methods().get(random.nextInt(program.methods().size()));
        if (!withQualifiers
                || method.parameter().isEmpty()
                || method.parameter().get().kind() != Var.Kind.LOCKED_ACCOUNT) {
            return Optional.empty();
        }
        method.body()
                .insert(
                        0,
                        new Stmt.Simple(
                                "Probe.locked(" + method.parameter().get().name() + ");"));
        return Optional.of(new Mutant(
                replaced(program, method, method.withoutQualifier()),
                "a parameter that is used as locked and doesn't ask for it",
                Set.of("argument.not.locked", "assignment.not.locked", "save.not.writable")));
    }

    /** Adds a member that is wrong. */
    private Optional<Mutant> withMember(RandomProgram program) {
        if (!withQualifiers) {
            return Optional.empty();
        }
        MemberFault fault = MemberFaults.ALL.get(random.nextInt(MemberFaults.ALL.size()));
        RandomProgram wrong =
                new RandomProgram(program.name(), program.methods(), program.run(), List.of(fault.statement()));
        return Optional.of(new Mutant(wrong, fault.what(), fault.ids()));
    }

    private static RandomProgram replaced(RandomProgram program, Method old, Method changed) {
        List<Method> methods = new ArrayList<>(program.methods());
        methods.set(methods.indexOf(old), changed);
        return new RandomProgram(program.name(), methods, program.run(), program.more());
    }

    /** Puts a statement that takes a lock at the end of the block of the one before. */
    private Optional<Mutant> withLockMovedIntoAnother(RandomProgram program) {
        for (Block block : program.blocks()) {
            List<Stmt> statements = block.statements();
            for (int i = 0; i + 1 < statements.size(); i++) {
                if (statements.get(i) instanceof Stmt.Lock outer && statements.get(i + 1) instanceof Stmt.Lock inner) {
                    block.remove(i + 1);
                    outer.body().insert(outer.body().gaps() - 1, new Stmt.Moved(inner));
                    return Optional.of(new Mutant(
                            program,
                            "a lock that was after another one, and is under it",
                            Set.of("nested.acquire", "nested.acquire.call")));
                }
            }
        }
        return Optional.empty();
    }
}
