package dev.lockproof.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.ComparableField;
import dev.lockproof.Condition;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.ColumnType;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.test.entities.AccountMapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RowTestTest {

    private static final Condition<Account> TRUE = Condition.all();
    private static final Condition<Account> FALSE = TRUE.not();
    private static final Condition<Account> UNKNOWN = AccountFields.OWNER.equalTo("somebody");
    private static final Row NO_OWNER = AccountMapping.INSTANCE.row(new Account("a", null, 0));

    @Test
    void andIsFalseBeforeItIsUnknown() {
        assertThat(truth(TRUE.and(TRUE))).isEqualTo(Truth.TRUE);
        assertThat(truth(TRUE.and(UNKNOWN))).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(UNKNOWN.and(UNKNOWN))).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(UNKNOWN.and(FALSE))).isEqualTo(Truth.FALSE);
        assertThat(truth(FALSE.and(UNKNOWN))).isEqualTo(Truth.FALSE);
        assertThat(truth(TRUE.and(FALSE))).isEqualTo(Truth.FALSE);
    }

    @Test
    void orIsTrueBeforeItIsUnknown() {
        assertThat(truth(FALSE.or(FALSE))).isEqualTo(Truth.FALSE);
        assertThat(truth(FALSE.or(UNKNOWN))).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(UNKNOWN.or(UNKNOWN))).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(UNKNOWN.or(TRUE))).isEqualTo(Truth.TRUE);
        assertThat(truth(TRUE.or(UNKNOWN))).isEqualTo(Truth.TRUE);
        assertThat(truth(FALSE.or(TRUE))).isEqualTo(Truth.TRUE);
    }

    @Test
    void theOppositeOfUnknownIsUnknown() {
        assertThat(truth(TRUE.not())).isEqualTo(Truth.FALSE);
        assertThat(truth(FALSE.not())).isEqualTo(Truth.TRUE);
        assertThat(truth(UNKNOWN.not())).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void numbersAreEqualAsNumbers() {
        assertThat(Values.compare(new BigDecimal("1.0"), new BigDecimal("1.00")))
                .isZero();
        assertThat(Values.key(new BigDecimal("1.0"))).isEqualTo(Values.key(new BigDecimal("1.00")));
        assertThat(Values.compare(-0.0, 0.0)).isZero();
        assertThat(Values.key(-0.0)).isEqualTo(Values.key(0.0));
        assertThat(Values.compare(-0f, 0f)).isZero();
        assertThat(Values.key(-0f)).isEqualTo(Values.key(0f));
        assertThat(Values.compare(Double.NaN, Double.NaN)).isZero();
        assertThat(Values.compare(Double.NaN, Double.POSITIVE_INFINITY)).isPositive();
        assertThat(Values.compare(new byte[] {1}, new byte[] {-1})).isNegative();
        assertThat(Values.key(new byte[] {1})).isEqualTo(Values.key(new byte[] {1}));
    }

    @Test
    void theConditionOfAnotherEntityIsRefused() {
        ComparableField<Account, Long> other = ComparableField.of("other", Column.nullable("other", ColumnType.LONG));
        assertThatThrownBy(() -> truth(other.lessThan(1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Account has no column other");
    }

    /** Compares with regular expressions, on short texts of few characters, where patterns often almost match. */
    @Test
    void patternsMatchLikeRegularExpressions() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            String text = random(random, "ab🎉%", 6);
            String pattern = random(random, "ab🎉%%__", 6);
            String regex = pattern.replace("%", ".*").replace("_", ".");
            boolean expected =
                    Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
            assertThat(new LikePattern(pattern).matches(text))
                    .as("%s like %s", text, pattern)
                    .isEqualTo(expected);
        }
    }

    @Test
    void noPatternTakesForEver() {
        String text = "a".repeat(20_000);
        assertThat(new LikePattern("%a".repeat(200) + "%b").matches(text)).isFalse();
    }

    private static Truth truth(Condition<Account> condition) {
        AccountMapping mapping = AccountMapping.INSTANCE;
        return RowTest.of(mapping.name(), mapping.columns(), condition).test(NO_OWNER);
    }

    private static String random(Random random, String alphabet, int most) {
        List<String> characters =
                alphabet.codePoints().mapToObj(Character::toString).toList();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(characters.get(random.nextInt(characters.size())));
        }
        return text.toString();
    }
}
