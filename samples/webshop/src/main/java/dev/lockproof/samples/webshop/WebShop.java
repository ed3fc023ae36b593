package dev.lockproof.samples.webshop;

import com.sun.net.httpserver.HttpServer;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.samples.webshop.jobs.JobRunner;
import dev.lockproof.samples.webshop.web.ShopHandler;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts the shop.
 *
 * <p>Without arguments it opens on a free port, lets shoppers order over HTTP all at once, closes, and counts. With
 * {@code --port N} it stays open.
 */
public final class WebShop {

    private static final int SHOPPERS = 8;
    private static final int ORDERS_EACH = 50;
    private static final int CREDIT = 1_000_000;
    private static final int DELIVERED = 300;
    private static final List<String> SKUS = List.of("book", "lamp", "pen", "tea");

    private WebShop() {}

    /**
     * Runs the program. The exit code is 0 if the books are right, 1 if not, and 2 for wrong arguments.
     *
     * @param arguments none, or {@code --port} and a number
     * @throws IOException if the port is in use
     * @throws InterruptedException if it is stopped
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            System.exit(busyDay(System.out) ? 0 : 1);
        }
        if (arguments.length == 2 && arguments[0].equals("--port") && arguments[1].matches("\\d{1,5}")) {
            stayOpen(Integer.parseInt(arguments[1]), System.out);
            return;
        }
        System.err.println("Usage: webshop [--port N]");
        System.exit(2);
    }

    private static void stayOpen(int port, PrintStream out) throws IOException {
        Shop shop = Shop.inMemory(Clock.systemUTC(), Ids.random());
        deliver(shop);
        shop.startJobs(new JobRunner(out::println), Duration.ofSeconds(10));
        HttpServer server = start(shop, port, Executors.newCachedThreadPool());
        out.println("The shop is open: http://localhost:" + server.getAddress().getPort() + "/products");
    }

    @AcquiresLock
    static boolean busyDay(PrintStream out) throws IOException, InterruptedException {
        try (Shop shop = Shop.inMemory(Clock.systemUTC(), Ids.random())) {
            Map<String, Integer> delivered = deliver(shop);
            shop.vouchers().issue("SPRING", 10, SHOPPERS * ORDERS_EACH / 2, Duration.ofDays(1));
            Shopper.Day day = openForADay(shop);
            return report(day, new Audit(shop).findings(delivered, (long) SHOPPERS * CREDIT), out);
        }
    }

    private static Shopper.Day openForADay(Shop shop) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(SHOPPERS);
        HttpServer server = start(shop, 0, threads);
        try (JobRunner jobs = new JobRunner(line -> {})) {
            shop.startJobs(jobs, Duration.ofMillis(100));
            return letThemShop("http://localhost:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
            threads.shutdown();
        }
    }

    private static Map<String, Integer> deliver(Shop shop) {
        Map<String, Integer> delivery = new LinkedHashMap<>();
        for (String sku : SKUS) {
            shop.catalog().offer(sku, "A " + sku, 100L * sku.length());
            shop.stock().list(sku);
            delivery.put(sku, DELIVERED);
        }
        shop.stock().receiveAll(delivery);
        return delivery;
    }

    private static HttpServer start(Shop shop, int port, ExecutorService threads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", new ShopHandler(shop.router()));
        server.setExecutor(threads);
        server.start();
        return server;
    }

    private static Shopper.Day letThemShop(String url) throws InterruptedException {
        ExecutorService shoppers = Executors.newFixedThreadPool(SHOPPERS);
        try {
            HttpClient browser = HttpClient.newHttpClient();
            List<Shopper> all = new ArrayList<>();
            for (int i = 0; i < SHOPPERS; i++) {
                all.add(new Shopper(browser, url, SKUS, ORDERS_EACH, i));
            }
            Shopper.Day day = Shopper.Day.NOTHING;
            for (Future<Shopper.Day> one : shoppers.invokeAll(all)) {
                day = day.plus(one.get());
            }
            return day;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A shopper came back empty-handed", e.getCause());
        } finally {
            shoppers.shutdown();
        }
    }

    private static boolean report(Shopper.Day day, List<String> findings, PrintStream out) {
        out.println("paid       " + day.paid());
        out.println("cancelled  " + day.cancelled() + " of them");
        out.println("refused    " + day.refused());
        out.println("failed     " + day.failed());
        findings.forEach(out::println);
        boolean right = findings.isEmpty() && day.failed() == 0;
        out.println(right ? "The books are right." : "The books are wrong.");
        return right;
    }
}
