package dev.lockproof.samples.webshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebShopTest {

    @Test
    void theBooksAreRightAfterABusyDay() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        boolean right = WebShop.busyDay(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("The books are right.", "failed     0");
        assertThat(right).isTrue();
    }

    @Test
    void theAuditFindsWhatIsMissing() {
        try (Shop shop = Shops.open()) {
            shop.stock().receive("book", 3);

            assertThat(new Audit(shop).findings(Map.of("book", 4), 0))
                    .containsExactly("book: 3 in the warehouse, and not 4");
        }
    }
}
