package dev.lockproof.fuzz.shop;

/** What programs throw and catch. They catch nothing else, so that no misbehaviour stays hidden. */
public final class Oops extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public Oops() {
        super("thrown by the program on purpose", null, false, false);
    }
}
