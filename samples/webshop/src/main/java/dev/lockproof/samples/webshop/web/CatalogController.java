package dev.lockproof.samples.webshop.web;

import dev.lockproof.samples.webshop.catalog.CatalogService;
import dev.lockproof.samples.webshop.catalog.PersistentProduct;
import dev.lockproof.samples.webshop.stock.PersistentStockItem;
import dev.lockproof.samples.webshop.stock.StockService;

/** {@code /products} and {@code /stock}: what the shop has, for customers and for those who run it. */
public final class CatalogController {

    private final CatalogService catalog;
    private final StockService stock;

    /**
     * Makes the controller.
     *
     * @param catalog what is sold
     * @param stock what there is of it
     */
    public CatalogController(CatalogService catalog, StockService stock) {
        this.catalog = catalog;
        this.stock = stock;
    }

    /**
     * Tells the router what this controller answers.
     *
     * @param router the router
     */
    public void addTo(Router router) {
        router.add("GET", "/products", request -> products());
        router.add("POST", "/products", this::offer);
        router.add("PUT", "/products/{sku}/price", this::changePrice);
        router.add("DELETE", "/products/{sku}", this::withdraw);
        router.add("GET", "/stock", request -> stock());
        router.add("POST", "/stock/{sku}", this::receive);
    }

    private Response products() {
        return Response.ok(
                catalog.onSale().stream().map(CatalogController::product).toList());
    }

    private Response offer(Request request) {
        String sku = request.text("sku");
        PersistentProduct product = catalog.offer(sku, request.text("name"), request.number("price"));
        stock.list(sku);
        return Response.created(product(product));
    }

    private Response changePrice(Request request) {
        catalog.changePrice(request.path("sku"), request.number("price"));
        return Response.done();
    }

    private Response withdraw(Request request) {
        catalog.withdraw(request.path("sku"));
        return Response.done();
    }

    private Response stock() {
        return Response.ok(stock.all().stream().map(CatalogController::item).toList());
    }

    private Response receive(Request request) {
        stock.receive(request.path("sku"), request.pieces("pieces"));
        return Response.ok(item(stock.require(request.path("sku"))));
    }

    private static Object product(PersistentProduct product) {
        return Json.object("sku", product.sku(), "name", product.name(), "price", product.priceCents());
    }

    private static Object item(PersistentStockItem item) {
        return Json.object("sku", item.getSku(), "onHand", item.getOnHand(), "reserved", item.getReserved());
    }
}
