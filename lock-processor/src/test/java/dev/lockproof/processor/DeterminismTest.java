package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same input gives the same bytes, and an entity's files depend on that entity alone. */
class DeterminismTest {

    private static final String ACCOUNT = Sources.read("golden/input/Account.java");
    private static final String ORDER = Sources.read("golden/input/Order.java");

    @Test
    void twoRunsGiveTheSameBytes() {
        assertThat(Compilations.generate(ACCOUNT, ORDER)).isEqualTo(Compilations.generate(ACCOUNT, ORDER));
    }

    @Test
    void theOrderOfTheSourcesMakesNoDifference() {
        assertThat(Compilations.generate(ORDER, ACCOUNT)).isEqualTo(Compilations.generate(ACCOUNT, ORDER));
    }

    @Test
    void anEntityGivesTheSameBytesAloneAndAmongOthers() {
        Map<String, String> together = Compilations.generate(ACCOUNT, ORDER);

        Map<String, String> apart = new LinkedHashMap<>(Compilations.generate(ACCOUNT));
        apart.putAll(Compilations.generate(ORDER));

        assertThat(together).isEqualTo(apart);
    }

    @Test
    void aChangeOfOneEntityLeavesTheFilesOfTheOtherAsTheyAre() {
        Map<String, String> before = Compilations.generate(ACCOUNT, ORDER);

        Map<String, String> after = Compilations.generate(ACCOUNT, ORDER.replace("shippedAt", "sentAt"));

        assertThat(after.get("OrderMapping.java")).isNotEqualTo(before.get("OrderMapping.java"));
        assertThat(before.keySet())
                .filteredOn(name -> name.contains("Account"))
                .hasSize(5)
                .allSatisfy(name -> assertThat(after.get(name)).isEqualTo(before.get(name)));
    }
}
