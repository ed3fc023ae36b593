module shop {
    requires transitive dev.lockproof;

    exports shop;
}
