package dev.lockproof.samples.webshop.order;

/** How far an order has come. */
public enum OrderStatus {
    /** The goods are reserved, and nobody has paid yet. */
    PLACED,
    /** It is paid, and waits for the parcel service. */
    PAID,
    /** It is on its way. */
    SHIPPED,
    /** It was given up before it was shipped. */
    CANCELLED
}
