package dev.lockproof.samples.webshop;

/** A request that the shop refuses for a reason that its customer can understand. */
public class ShopException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a request.
     *
     * @param message what the customer is told
     */
    public ShopException(String message) {
        super(message);
    }

    /**
     * Refuses a request unless a condition holds.
     *
     * @param condition what has to hold
     * @param message what the customer is told if it doesn't
     */
    public static void require(boolean condition, String message) {
        if (!condition) {
            throw new ShopException(message);
        }
    }
}
