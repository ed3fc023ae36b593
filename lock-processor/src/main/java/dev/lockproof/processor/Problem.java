package dev.lockproof.processor;

/**
 * Something that a user has to change.
 *
 * @param id which rule
 * @param message what is wrong and how to put it right
 * @param site where
 */
record Problem(ErrorId id, String message, Site site) {

    /** The whole text that the compiler prints. */
    String text() {
        return "[" + id.id() + "] " + message + "\n  See " + id.page();
    }
}
