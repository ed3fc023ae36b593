package dev.lockproof.samples.webshop.web;

import java.util.Map;

/**
 * What somebody gets.
 *
 * @param status the HTTP status
 * @param body what {@link Json} can write
 */
public record Response(int status, Object body) {

    static Response ok(Object body) {
        return new Response(200, body);
    }

    static Response created(Object body) {
        return new Response(201, body);
    }

    static Response done() {
        return ok(Map.of("done", true));
    }

    static Response error(int status, String message) {
        return new Response(status, Map.of("error", message));
    }
}
