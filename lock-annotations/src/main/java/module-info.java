/** The annotations of Lockproof: entities, qualifiers and effects. Holds no code. */
module dev.lockproof.annotations {
    requires static transitive org.checkerframework.checker.qual;
    requires static transitive org.jspecify;

    exports dev.lockproof.annotations;
}
