package dev.lockproof.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Members that are wrong, although no entity and no qualifier is in them: what is at fault is written in declarations that
 * they use. So they go unseen if the checker leaves out a member that it has to look at.
 */
final class MemberFaults {

    /**
     * A wrong member.
     *
     * @param what the fault, for people
     * @param id what is reported
     * @param lines it, with {@link Stmt.Mutant#MARK} where it is reported
     */
    record MemberFault(String what, String id, List<String> lines) {

        Set<String> ids() {
            return Set.of(id);
        }

        /** Gives the member, and the declarations that it uses. */
        Stmt statement() {
            List<String> all = new ArrayList<>(DECLARATIONS.lines().toList());
            all.addAll(lines);
            return new Stmt.Mutant(all);
        }
    }

    private static final String DECLARATIONS = """
            static class Crate<T> {}
            static class FreshCrate extends Crate<@Fresh Account> {}
            static class FurtherCrate extends FreshCrate {}
            interface MakeAny { @Fresh Object make(); }
            interface MakeMore extends MakeAny {}
            static class Stock {
                List<Account> all = new ArrayList<>();
                List<@Fresh Account> fresh = new ArrayList<>();
                Crate<Account> crate = new Crate<>();
                FreshCrate freshCrate = new FreshCrate();
                FurtherCrate furtherCrate = new FurtherCrate();
                static Object any() { return 1; }
                static List<@Fresh Account> allFresh() { return new ArrayList<>(); }
                static void take(List<@Fresh Account> fresh) {}
            }
            """;

    static final List<MemberFault> ALL = List.of(
            new MemberFault(
                    "a field of what a method gives",
                    "type.argument.not.locked",
                    List.of("!List<Account> wrong = Stock.allFresh();")),
            new MemberFault(
                    "an assignment of one field to another",
                    "type.argument.not.locked",
                    List.of("void wrong(Stock stock) {", "!stock.fresh = stock.all;", "}")),
            new MemberFault(
                    "an argument for a parameter",
                    "type.argument.not.locked",
                    List.of("void wrong(Stock stock) {", "!Stock.take(stock.all);", "}")),
            new MemberFault(
                    "an object of a class whose head says more",
                    "type.argument.not.locked",
                    List.of("void wrong(Stock stock) {", "!stock.crate = stock.freshCrate;", "}")),
            new MemberFault(
                    "an object of a class that inherits more",
                    "type.argument.not.locked",
                    List.of("void wrong(Stock stock) {", "!stock.crate = stock.furtherCrate;", "}")),
            new MemberFault("a reference in a field", "methodref.not.locked", List.of("!MakeAny wrong = Stock::any;")),
            new MemberFault(
                    "a reference to be returned",
                    "methodref.not.locked",
                    List.of("Object wrong() {", "!MakeMore make = Stock::any;", "return make;", "}")),
            new MemberFault(
                    "an override of what promises more",
                    "override.locked.return",
                    List.of(
                            "static class Wrong implements MakeMore {",
                            "!@Override public Object make() { return 1; }",
                            "}")),
            new MemberFault(
                    "an override in a local class",
                    "override.locked.return",
                    List.of(
                            "void wrong() {",
                            "class Wrong implements MakeAny {",
                            "!@Override public Object make() { return 1; }",
                            "}",
                            "}")),
            new MemberFault(
                    "a method of this that asks for the lock",
                    "argument.not.locked",
                    List.of(
                            "static class Savings extends Account {",
                            "Savings() { super(\"s\", 1); }",
                            "void spend(@Locked Savings this) {}",
                            "void wrong() {",
                            "!this.spend();",
                            "}",
                            "}")));

    private MemberFaults() {}
}
