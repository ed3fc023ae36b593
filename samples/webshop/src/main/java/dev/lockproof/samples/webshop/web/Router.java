package dev.lockproof.samples.webshop.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which action answers which request. */
public final class Router {

    private final List<Route> routes = new ArrayList<>();

    /** Makes a router without routes. */
    public Router() {}

    private record Route(String method, List<String> pattern, Action action) {

        Optional<Map<String, String>> match(String requested, List<String> path) {
            if (!method.equals(requested) || path.size() != pattern.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String part = pattern.get(i);
                if (part.startsWith("{")) {
                    variables.put(part.substring(1, part.length() - 1), path.get(i));
                } else if (!part.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    /**
     * An action, and what the path of its request says.
     *
     * @param action what answers
     * @param path the variable parts of the path
     */
    record Match(Action action, Map<String, String> path) {}

    /**
     * Adds a route.
     *
     * @param method such as {@code GET}
     * @param pattern such as {@code /orders/{id}}
     * @param action what answers
     */
    void add(String method, String pattern, Action action) {
        routes.add(new Route(method, parts(pattern), action));
    }

    Optional<Match> find(String method, String path) {
        List<String> parts = parts(path);
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(method, parts);
            if (variables.isPresent()) {
                return Optional.of(new Match(route.action(), variables.get()));
            }
        }
        return Optional.empty();
    }

    private static List<String> parts(String path) {
        return List.of(path.substring(1).split("/"));
    }
}
