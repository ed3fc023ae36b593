package dev.lockproof.samples.webshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.samples.webshop.jobs.CancelUnpaid;
import dev.lockproof.samples.webshop.jobs.ShipPaid;
import dev.lockproof.samples.webshop.jobs.ThrowAwayVouchers;
import dev.lockproof.samples.webshop.order.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderTest {

    private final Shop shop = Shops.open();
    private String orderId = "";

    @BeforeEach
    void placeAnOrder() {
        shop.stock().receive("book", 3);
        shop.customers().topUp("1", 5000);
        shop.carts().put("1", "book", 2);
        orderId = shop.checkout().placeOrder("1", null).getId();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void isPaidAndShipped() {
        shop.orders().pay(orderId);
        assertThat(shop.customers().require("1").getCreditCents()).isEqualTo(3000);

        shop.orders().ship(orderId);
        assertThat(shop.orders().require(orderId).getShippedAt()).isEqualTo(Shops.NOON);
        assertThat(shop.stock().require("book").getOnHand()).isEqualTo(1);
        assertThat(shop.stock().require("book").getReserved()).isZero();
    }

    @Test
    void isPaidOnceOnly() {
        shop.orders().pay(orderId);

        assertThatThrownBy(() -> shop.orders().pay(orderId)).hasMessage("Order " + orderId + " is PAID, not PLACED");
        assertThat(shop.customers().require("1").getSpentCents()).isEqualTo(2000);
    }

    @Test
    void isNotShippedBeforeItIsPaid() {
        assertThatThrownBy(() -> shop.orders().ship(orderId)).hasMessage("Order " + orderId + " is PLACED, not PAID");
    }

    @Test
    void givesMoneyAndGoodsBackWhenCancelled() {
        shop.orders().pay(orderId);
        shop.orders().cancel(orderId);

        assertThat(shop.customers().require("1").getCreditCents()).isEqualTo(5000);
        assertThat(shop.stock().require("book").getReserved()).isZero();
        assertThatThrownBy(() -> shop.orders().cancel(orderId)).hasMessageContaining("can't be cancelled");
    }

    @Test
    void staysAsItIsIfTheCustomerCannotPay() {
        String poor = shop.customers().register("Bob").getId();
        shop.carts().put(poor, "book", 1);
        String unpaid = shop.checkout().placeOrder(poor, null).getId();

        assertThatThrownBy(() -> shop.orders().pay(unpaid)).hasMessage("Bob has only 0 cents of credit");
        assertThat(shop.orders().require(unpaid).getStatus()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void givesCreditToOthers() {
        String bob = shop.customers().register("Bob").getId();

        shop.customers().give("1", bob, 1500);

        assertThat(shop.customers().require("1").getCreditCents()).isEqualTo(3500);
        assertThat(shop.customers().require(bob).getCreditCents()).isEqualTo(1500);
    }

    @Test
    void jobsShipWhatIsPaidAndCancelWhatIsNot() {
        shop.orders().pay(orderId);
        shop.carts().put("1", "book", 1);
        String forgotten = shop.checkout().placeOrder("1", null).getId();
        Clock later = Clock.fixed(Shops.NOON.plus(Duration.ofHours(1)), ZoneOffset.UTC);

        assertThat(new ShipPaid(shop.orders()).run()).isEqualTo("1 shipped, 0 left");
        assertThat(new CancelUnpaid(shop.orders(), later, Duration.ofMinutes(30)).run())
                .isEqualTo("1 cancelled, 0 left");
        assertThat(shop.orders().require(forgotten).getStatus()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void jobsThrowAwayWhatIsOver() {
        shop.vouchers().issue("OLD", 10, 5, Duration.ofDays(-1));
        shop.vouchers().issue("NEW", 10, 5, Duration.ofDays(1));

        assertThat(new ThrowAwayVouchers(shop.vouchers()).run()).isEqualTo("1 thrown away");
        assertThat(shop.vouchers().require("NEW").usesLeft()).isEqualTo(5);
    }

    @Test
    void tellsWhatHasToBeOrderedSoon() {
        assertThat(shop.stock().fewerThan(1))
                .singleElement()
                .satisfies(item -> assertThat(item.getSku()).isEqualTo("lamp"));
    }
}
