package dev.lockproof.fuzz;

import dev.lockproof.fuzz.WildScope.WildVar;

/** Random expressions whose type arguments javac infers: a checker has to infer what is known of accounts in them. */
final class WildGenerics {

    private final WildMembers program;
    private final WildExpressions expressions;

    WildGenerics(WildMembers program, WildExpressions expressions) {
        this.program = program;
        this.expressions = expressions;
    }

    /** An account that goes through generic code of the JDK's, or of the program's own. */
    String account(WildScope scope, int depth) {
        String a = program.fresh("a");
        return program.choose(new WildChoice()
                .or(2, () -> "List.of(" + one(scope, depth) + ").get(0)")
                .or(1, () -> "Optional.of(" + one(scope, depth) + ").map(" + function(scope, depth) + ").get()")
                .or(
                        1,
                        () -> "Optional.of(" + one(scope, depth) + ").filter(" + a + " -> Probe.coin()).orElse("
                                + one(scope, depth) + ")")
                .or(
                        1,
                        () -> "Optional.of(" + one(scope, depth) + ").filter(" + a
                                + " -> Probe.coin()).orElseGet(() -> " + one(inFunction(scope), depth) + ")")
                .or(
                        1,
                        () -> "Stream.iterate(" + one(scope, depth) + ", " + function(scope, depth)
                                + ").skip(1).findFirst().get()")
                .or(1, () -> "tap(" + one(scope, depth) + ", " + expressions.user(scope, depth + 1) + ")")
                .or(2, () -> list(scope, depth) + ".get(0)")
                .or(2, () -> lists(scope, depth) + ".get(0).get(0)"));
    }

    /** A list of accounts. Where it is the value of a {@code var}, nothing else says what is known of them. */
    String list(WildScope scope, int depth) {
        return program.choose(new WildChoice()
                .or(1, () -> "List.of(" + one(scope, depth) + ")")
                .or(1, () -> "Stream.of(" + one(scope, depth) + ").map(" + function(scope, depth) + ").toList()")
                .or(
                        1,
                        () -> "Stream.of(1).map(i" + program.fresh("i") + " -> " + one(inFunction(scope), depth)
                                + ").toList()"));
    }

    /** A list of lists of accounts. */
    String lists(WildScope scope, int depth) {
        return scope.has(WildType.LISTS) && program.coin()
                ? expressions.variable(WildType.LISTS, scope, "")
                : program.choose(new WildChoice()
                        .or(1, () -> "List.of(" + list(scope, depth) + ")")
                        .or(1, () -> "Stream.of(" + list(scope, depth) + ").toList()")
                        .or(
                                1,
                                () -> "Stream.of(1).map(i" + program.fresh("i") + " -> "
                                        + list(inFunction(scope), depth) + ").toList()"));
    }

    String box(WildScope scope, int depth) {
        return "new Box<>(" + one(scope, depth) + ")";
    }

    /** A proof is cast to what it is a proof of, for javac infers its type otherwise. */
    private String one(WildScope scope, int depth) {
        return "(Account) (" + expressions.account(scope, depth + 1) + ")";
    }

    /** It runs at once. */
    private static WildScope inFunction(WildScope scope) {
        return scope.function(false);
    }

    private String function(WildScope scope, int depth) {
        String a = program.fresh("a");
        WildScope body = scope.with(new WildVar(a, WildType.ACCOUNT, false));
        return program.choose(new WildChoice()
                .or(1, "P::same")
                .or(1, a + " -> " + a)
                .or(1, a + " -> " + a + ".emptied()")
                .or(1, () -> a + " -> " + one(inFunction(body), depth)));
    }
}
