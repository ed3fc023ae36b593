package dev.lockproof.samples.webshop.web;

import dev.lockproof.samples.webshop.order.CheckoutService;
import dev.lockproof.samples.webshop.order.OrderService;
import dev.lockproof.samples.webshop.order.PersistentOrder;
import dev.lockproof.samples.webshop.order.PersistentOrderLine;
import dev.lockproof.samples.webshop.order.VoucherService;
import java.time.Duration;

/** {@code /orders} and {@code /vouchers}: from the cart to the parcel. */
public final class OrderController {

    private final CheckoutService checkout;
    private final OrderService orders;
    private final VoucherService vouchers;

    /**
     * Makes the controller.
     *
     * @param checkout makes orders
     * @param orders what becomes of them
     * @param vouchers what makes them cheaper
     */
    public OrderController(CheckoutService checkout, OrderService orders, VoucherService vouchers) {
        this.checkout = checkout;
        this.orders = orders;
        this.vouchers = vouchers;
    }

    /**
     * Tells the router what this controller answers.
     *
     * @param router the router
     */
    public void addTo(Router router) {
        router.add("POST", "/customers/{id}/orders", this::place);
        router.add("GET", "/customers/{id}/orders", this::list);
        router.add("GET", "/orders/{id}", this::show);
        router.add("POST", "/orders/{id}/payment", this::pay);
        router.add("POST", "/orders/{id}/shipment", this::ship);
        router.add("DELETE", "/orders/{id}", this::cancel);
        router.add("POST", "/vouchers", this::issue);
    }

    private Response place(Request request) {
        return Response.created(order(checkout.placeOrder(request.path("id"), request.optional("voucher"))));
    }

    private Response list(Request request) {
        return Response.ok(orders.ordersOf(request.path("id")).stream()
                .map(OrderController::order)
                .toList());
    }

    private Response show(Request request) {
        PersistentOrder order = orders.require(request.path("id"));
        return Response.ok(Json.object(
                "order",
                order(order),
                "lines",
                orders.linesOf(order.getId()).stream()
                        .map(OrderController::line)
                        .toList()));
    }

    private Response pay(Request request) {
        orders.pay(request.path("id"));
        return show(request);
    }

    private Response ship(Request request) {
        orders.ship(request.path("id"));
        return show(request);
    }

    private Response cancel(Request request) {
        orders.cancel(request.path("id"));
        return show(request);
    }

    private Response issue(Request request) {
        vouchers.issue(
                request.text("code"),
                (int) request.number("percent"),
                request.pieces("uses"),
                Duration.ofDays(request.number("days")));
        return Response.created(Json.object("code", request.text("code")));
    }

    private static Object order(PersistentOrder order) {
        return Json.object(
                "id", order.getId(),
                "customer", order.getCustomerId(),
                "total", order.getTotalCents(),
                "status", order.getStatus(),
                "placed", order.getPlacedAt(),
                "shipped", order.getShippedAt());
    }

    private static Object line(PersistentOrderLine line) {
        return Json.object("sku", line.sku(), "pieces", line.pieces(), "price", line.priceCents());
    }
}
