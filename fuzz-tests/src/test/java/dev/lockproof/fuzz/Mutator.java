package dev.lockproof.fuzz;

import dev.lockproof.fuzz.MemberFaults.MemberFault;
import dev.lockproof.fuzz.Method.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

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

    private static final Set<String> OF_THE_CHECKER =
            Set.of("argument.not.locked", "assignment.not.locked", "save.not.writable");

    private final SplittableRandom random;
    private final Generator names;
    private final List<StatementFault> faults;
    private final boolean withQualifiers;

    /**
     * @param names of the program
     * @param withQualifiers whether to make faults, too, that the checker alone finds
     */
    Mutator(SplittableRandom random, Generator names, boolean withQualifiers) {
        this.random = random;
        this.names = names;
        this.withQualifiers = withQualifiers;
        this.faults = StatementFaults.ALL.stream()
                .filter(fault -> withQualifiers || fault.ids().stream().noneMatch(OF_THE_CHECKER::contains))
                .toList();
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
        StatementFault fault = faults.get(random.nextInt(faults.size()));
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
