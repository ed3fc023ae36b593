package dev.lockproof.samples.webshop.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.lockproof.DuplicateEntityException;
import dev.lockproof.EntityNotFoundException;
import dev.lockproof.LockLostException;
import dev.lockproof.LockTimeoutException;
import dev.lockproof.samples.webshop.ShopException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Turns HTTP into requests, and what comes of them into HTTP. */
public final class ShopHandler implements HttpHandler {

    private final Router router;

    /**
     * Makes the handler.
     *
     * @param router finds what answers
     */
    public ShopHandler(Router router) {
        this.router = router;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = answer(exchange.getRequestMethod(), exchange.getRequestURI());
            byte[] body = Json.of(response.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(response.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /** What went wrong with a lock is nobody's mistake: the same request may well succeed in a moment. */
    private Response answer(String method, URI uri) {
        Optional<Router.Match> match = router.find(method, uri.getPath());
        if (match.isEmpty()) {
            return Response.error(404, "There is no " + method + " " + uri.getPath());
        }
        try {
            return match.get().action().answer(new Request(match.get().path(), query(uri)));
        } catch (ShopException e) {
            return Response.error(409, String.valueOf(e.getMessage()));
        } catch (EntityNotFoundException | DuplicateEntityException e) {
            return Response.error(e instanceof EntityNotFoundException ? 404 : 409, String.valueOf(e.getMessage()));
        } catch (LockTimeoutException | LockLostException e) {
            return Response.error(503, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return Response.error(500, e.toString());
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        String text = uri.getRawQuery();
        if (text != null) {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
