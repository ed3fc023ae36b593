/** Locks and entities in this JVM's memory. */
module dev.lockproof.memory {
    requires transitive dev.lockproof;
    requires static transitive org.jspecify;

    exports dev.lockproof.memory;
}
