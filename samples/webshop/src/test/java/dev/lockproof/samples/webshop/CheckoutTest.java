package dev.lockproof.samples.webshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.EntityNotFoundException;
import dev.lockproof.Locks;
import dev.lockproof.samples.webshop.order.OrderStatus;
import dev.lockproof.samples.webshop.order.PersistentOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutTest {

    private final Shop shop = Shops.open();

    @BeforeEach
    void fillTheShelves() {
        shop.stock().receiveAll(Map.of("book", 3, "lamp", 3));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void ordersWhatIsInTheCartAndEmptiesIt() {
        shop.carts().put("1", "book", 1);
        shop.carts().put("1", "lamp", 1);
        shop.carts().put("1", "book", 1);

        PersistentOrder order = shop.checkout().placeOrder("1", null);

        assertThat(order.getTotalCents()).isEqualTo(4500);
        assertThat(order.getStatus()).isEqualTo(OrderStatus.PLACED);
        assertThat(shop.orders().linesOf(order.getId()))
                .extracting(line -> line.sku() + " " + line.pieces())
                .containsExactly("book 2", "lamp 1");
        assertThat(shop.carts().linesOf("1")).isEmpty();
        assertThat(shop.stock().require("book").getReserved()).isEqualTo(2);
    }

    @Test
    void keepsThePriceOfTheDay() {
        shop.carts().put("1", "book", 1);
        PersistentOrder order = shop.checkout().placeOrder("1", null);

        shop.catalog().changePrice("book", 9999);

        assertThat(shop.orders().linesOf(order.getId()))
                .singleElement()
                .satisfies(line -> assertThat(line.priceCents()).isEqualTo(1000));
    }

    @Test
    void reservesNothingIfOneThingIsMissing() {
        shop.carts().put("1", "book", 1);
        shop.carts().put("1", "lamp", 4);

        assertThatThrownBy(() -> shop.checkout().placeOrder("1", null))
                .isInstanceOf(ShopException.class)
                .hasMessage("Only 3 of lamp are left");
        assertThat(shop.stock().require("book").getReserved()).isZero();
        assertThat(shop.carts().linesOf("1")).hasSize(2);
    }

    @Test
    void usesAVoucherAsOftenAsItSays() {
        shop.vouchers().issue("SPRING", 10, 1, Duration.ofDays(1));
        shop.carts().put("1", "book", 1);
        assertThat(shop.checkout().placeOrder("1", "SPRING").getTotalCents()).isEqualTo(900);

        shop.carts().put("1", "book", 1);
        assertThatThrownBy(() -> shop.checkout().placeOrder("1", "SPRING")).hasMessage("Voucher SPRING is used up");
        assertThatThrownBy(() -> shop.checkout().placeOrder("1", "WINTER")).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void refusesAnEmptyCartAndWhatIsNotSoldAnyMore() {
        assertThatThrownBy(() -> shop.checkout().placeOrder("1", null)).hasMessage("The cart is empty");
        shop.carts().put("1", "book", 1);
        shop.catalog().withdraw("book");
        assertThatThrownBy(() -> shop.checkout().placeOrder("1", null)).hasMessage("A book isn't sold any more");
    }

    /** Two clicks on the button: the second waits for the first one's locks, and then finds nothing to order. */
    @Test
    void ordersACartOnce() throws InterruptedException {
        shop.carts().put("1", "book", 1);
        Callable<PersistentOrder> click = Locks.detached(() -> shop.checkout().placeOrder("1", null));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        threads.invokeAll(List.of(click, click, click, click));
        threads.shutdown();

        assertThat(shop.orders().ordersOf("1")).hasSize(1);
        assertThat(shop.stock().require("book").getReserved()).isEqualTo(1);
    }
}
