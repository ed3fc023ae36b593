package dev.lockproof.processor;

/** Names of annotations, for code that runs in every compilation and so must not load JavaPoet, as {@link Library} does. */
final class AnnotationNames {

    static final String PACKAGE = "dev.lockproof.annotations";
    static final String ENTITY = PACKAGE + ".Entity";
    static final String ID = PACKAGE + ".Id";
    static final String COLUMN = PACKAGE + ".Column";
    static final String CONVERT = PACKAGE + ".Convert";
    static final String LOCKED = PACKAGE + ".Locked";
    static final String FRESH = PACKAGE + ".Fresh";
    static final String WRITABLE = PACKAGE + ".Writable";

    static final String GENERATED = "javax.annotation.processing.Generated";
    static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    static final String NULL_UNMARKED = "org.jspecify.annotations.NullUnmarked";

    private AnnotationNames() {}
}
