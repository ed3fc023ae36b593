package dev.lockproof.samples.webshop.web;

import dev.lockproof.samples.webshop.customer.CustomerService;
import dev.lockproof.samples.webshop.customer.PersistentCustomer;
import dev.lockproof.samples.webshop.order.CartService;

/** {@code /customers}: who buys, what with, and what is in the cart. */
public final class CustomerController {

    private final CustomerService customers;
    private final CartService carts;

    /**
     * Makes the controller.
     *
     * @param customers who buys
     * @param carts what they mean to buy
     */
    public CustomerController(CustomerService customers, CartService carts) {
        this.customers = customers;
        this.carts = carts;
    }

    /**
     * Tells the router what this controller answers.
     *
     * @param router the router
     */
    public void addTo(Router router) {
        router.add("GET", "/customers", request -> best());
        router.add("POST", "/customers", this::register);
        router.add("GET", "/customers/{id}", this::show);
        router.add("POST", "/customers/{id}/credit", this::topUp);
        router.add("POST", "/customers/{id}/presents", this::give);
        router.add("GET", "/customers/{id}/cart", this::cart);
        router.add("POST", "/customers/{id}/cart/{sku}", this::put);
        router.add("DELETE", "/customers/{id}/cart/{sku}", this::remove);
    }

    private Response best() {
        return Response.ok(
                customers.best().stream().map(CustomerController::customer).toList());
    }

    private Response register(Request request) {
        return Response.created(customer(customers.register(request.text("name"))));
    }

    private Response show(Request request) {
        return Response.ok(customer(customers.require(request.path("id"))));
    }

    private Response topUp(Request request) {
        customers.topUp(request.path("id"), request.number("cents"));
        return show(request);
    }

    private Response give(Request request) {
        customers.give(request.path("id"), request.text("to"), request.number("cents"));
        return show(request);
    }

    private Response cart(Request request) {
        return Response.ok(carts.linesOf(request.path("id")).stream()
                .map(line -> Json.object("sku", line.sku(), "pieces", line.pieces()))
                .toList());
    }

    private Response put(Request request) {
        customers.require(request.path("id"));
        carts.put(request.path("id"), request.path("sku"), request.pieces("pieces"));
        return cart(request);
    }

    private Response remove(Request request) {
        carts.remove(request.path("id"), request.path("sku"));
        return cart(request);
    }

    private static Object customer(PersistentCustomer customer) {
        return Json.object(
                "id", customer.getId(),
                "name", customer.getName(),
                "credit", customer.getCreditCents(),
                "spent", customer.getSpentCents());
    }
}
