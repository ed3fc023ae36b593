package dev.lockproof.checker;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import dev.lockproof.rules.Facts;
import dev.lockproof.rules.Rules;
import dev.lockproof.rules.RulesPlugin;
import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Source;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where one of the layers fails on a class, that is one warning there; all that the other one can find is reported. */
class CrashTest {

    private static final Source OTHERS = Resources.caseSource(Path.of("save.not.writable", "FiresReference.java"));
    private static final String CURSED = """
            package bank;

            import dev.lockproof.annotations.PolyLocked;
            import shop.*;

            class Before {
                void save(AccountRepository accounts, Account account) {
                    accounts.save(account); // error: [save.not.writable]
                }
            }

            class Cursed { // error: [lockproof.internal]
                Cursed next;
                LockedAccount kept;%s

                @PolyLocked Account same(@PolyLocked Account account) {
                    return account;
                }

                void save(AccountRepository accounts, Account account) {
                    accounts.save(account); // error: [save.not.writable]
                }
            }

            class Behind {
                LockedAccount kept; // error: [proof.field]
            }
            """;

    @TempDir
    static Path shop;

    @BeforeAll
    static void compileFixtures() {
        Resources.compileShop(shop);
    }

    static Stream<Throwable> bugs() {
        return Stream.of(
                new IllegalStateException("broken"),
                new StackOverflowError("broken"),
                new NoSuchMethodError("broken"),
                new AssertionError("broken"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void checksByTheRulesWhereTheFrameworkFails(Throwable bug) {
        check(bug, frames -> frames.noneMatch(CrashTest::isOfRules), " // error: [proof.field]");
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void checksTheQualifiersWhereTheRulesFail(Throwable bug) {
        check(bug, frames -> frames.anyMatch(CrashTest::isOfRules), "");
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void saysOnceThatBothFail(Throwable bug) {
        check(bug, frames -> true, "");
    }

    private static void check(Throwable bug, Predicate<Stream<StackFrame>> when, String foundByRules) {
        CheckerHarness checker = CheckerHarness.create()
                .withPlugin(RulesPlugin::new)
                .withPlugin(() -> new Broken(bug, when))
                .withPlugin(CheckerPlugin::new)
                .withClassPath(shop);
        Source cursed = Source.of("Cursed.java", CURSED.formatted(foundByRules));
        checker.check(cursed, OTHERS);
        checker.check(OTHERS, cursed);
    }

    private static boolean isOfRules(StackFrame frame) {
        return frame.getClassName().equals(Rules.class.getName());
    }

    /** Fails on what is asked about one class. */
    private record Broken(Throwable bug, Predicate<Stream<StackFrame>> when) implements Plugin {

        @Override
        public String getName() {
            return "Broken";
        }

        @Override
        public void init(JavacTask task, String... arguments) {
            Rules rules = Rules.of(task);
            Facts facts = rules.facts();
            rules.useFacts((Facts) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Facts.class}, (proxy, method, asked) -> {
                        if (asked[0].toString().equals("bank.Cursed")
                                && StackWalker.getInstance().walk(when::test)) {
                            throw bug;
                        }
                        return method.invoke(facts, asked);
                    }));
        }
    }
}
