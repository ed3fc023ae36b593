/** Tests that every lock provider and every store passes: extend them in a module of your own. */
module dev.lockproof.test {
    requires transitive dev.lockproof;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires static transitive org.jspecify;

    exports dev.lockproof.test;

    opens dev.lockproof.test;
}
