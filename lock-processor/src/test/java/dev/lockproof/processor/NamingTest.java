package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

    @ParameterizedTest
    @CsvSource({
        "balance, balance",
        "shippedAt, shipped_at",
        "OrderLine, order_line",
        "URLValue, url_value",
        "accountID, account_id",
        "line2Text, line2_text",
        "already_snake, already_snake",
        "größeMax, größe_max"
    })
    void snakeCase(String name, String expected) {
        assertThat(Naming.snakeCase(name)).isEqualTo(expected);
    }

    @Test
    void aVariableIsNoKeywordAndNotTaken() {
        assertThat(Naming.variable("Order", List.of())).isEqualTo("order");
        assertThat(Naming.variable("Default", List.of())).isEqualTo("entity");
        assertThat(Naming.variable("Row", List.of("row", "theRow"))).isEqualTo("theTheRow");
    }

    @Test
    void aSimilarNameIsOneThatIsAbbreviatedOrMistyped() {
        List<String> properties = List.of("owner", "balance", "id");

        assertThat(Similarity.closest("bal", properties)).contains("balance");
        assertThat(Similarity.closest("ballance", properties)).contains("balance");
        assertThat(Similarity.closest("accountId", properties)).contains("id");
        assertThat(Similarity.closest("cents", properties)).isEmpty();
    }
}
