package dev.lockproof.samples.webshop.web;

import dev.lockproof.samples.webshop.ShopException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param path the variable parts of the path, by name
 * @param query the parameters behind the question mark
 */
public record Request(Map<String, String> path, Map<String, String> query) {

    String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no {" + name + "}");
        }
        return value;
    }

    String text(String name) {
        String value = query.get(name);
        if (value == null || value.isBlank()) {
            throw new ShopException("Parameter '" + name + "' is missing");
        }
        return value;
    }

    @Nullable
    String optional(String name) {
        return query.get(name);
    }

    long number(String name) {
        String value = text(name);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new ShopException("Parameter '" + name + "' is '" + value + "', which is no number");
        }
    }

    int pieces(String name) {
        long value = number(name);
        ShopException.require(value > 0 && value <= 1000, "Parameter '" + name + "' is from 1 to 1000");
        return (int) value;
    }
}
