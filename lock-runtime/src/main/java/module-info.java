/** The runtime of Lockproof: locks, proofs, repositories, and the two interfaces that providers and stores implement. */
module dev.lockproof {
    requires transitive dev.lockproof.annotations;
    requires static transitive org.jspecify;

    exports dev.lockproof;
    exports dev.lockproof.spi;
}
