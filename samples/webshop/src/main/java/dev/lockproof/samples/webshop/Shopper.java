package dev.lockproof.samples.webshop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser: fills a cart, orders, and mostly pays. Knows the shop by its URLs only. */
final class Shopper implements Callable<Shopper.Day> {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient browser;
    private final String shop;
    private final List<String> skus;
    private final int orders;
    private final Random random;

    Shopper(HttpClient browser, String shop, List<String> skus, int orders, long seed) {
        this.browser = browser;
        this.shop = shop;
        this.skus = skus;
        this.orders = orders;
        this.random = new Random(seed);
    }

    /**
     * What came of it.
     *
     * @param paid orders that were paid
     * @param cancelled orders that were given up again
     * @param refused what the shop did not do, such as selling what is sold out
     * @param failed what it could not do
     */
    record Day(int paid, int cancelled, int refused, int failed) {

        static final Day NOTHING = new Day(0, 0, 0, 0);

        Day plus(Day other) {
            return new Day(
                    paid + other.paid, cancelled + other.cancelled, refused + other.refused, failed + other.failed);
        }
    }

    @Override
    public Day call() throws IOException, InterruptedException {
        String me = idOf(send("POST", "/customers?name=Ann"));
        send("POST", "/customers/" + me + "/credit?cents=1000000");
        Day day = Day.NOTHING;
        for (int i = 0; i < orders; i++) {
            day = day.plus(shop(me));
        }
        return day;
    }

    private Day shop(String me) throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            send("POST", "/customers/" + me + "/cart/" + skus.get(random.nextInt(skus.size())) + "?pieces=1");
        }
        HttpResponse<String> placed = send("POST", "/customers/" + me + "/orders?voucher=SPRING");
        if (placed.statusCode() != 201) {
            // The voucher is used up, or thrown away already.
            placed = send("POST", "/customers/" + me + "/orders");
        }
        if (placed.statusCode() != 201) {
            return refused(placed);
        }
        String order = idOf(placed);
        HttpResponse<String> paid = send("POST", "/orders/" + order + "/payment");
        if (paid.statusCode() != 200) {
            return refused(paid);
        }
        boolean regrets =
                random.nextInt(5) == 0 && send("DELETE", "/orders/" + order).statusCode() == 200;
        return new Day(1, regrets ? 1 : 0, 0, 0);
    }

    private static Day refused(HttpResponse<String> response) {
        return response.statusCode() < 500 ? new Day(0, 0, 1, 0) : new Day(0, 0, 0, 1);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String idOf(HttpResponse<String> response) {
        Matcher id = ID.matcher(response.body());
        if (!id.find()) {
            throw new IllegalStateException("No id in " + response.statusCode() + " " + response.body());
        }
        return id.group(1);
    }
}
