module shop {
    requires transitive dev.lockproof;
    requires transitive dev.lockproof.memory;

    exports shop;
}
