/** Lock providers for Redis: one server or cluster, and Redlock over several servers. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"
}) // the client names itself in its manifest only
module dev.lockproof.redis {
    requires transitive dev.lockproof;
    requires transitive lettuce.core;
    requires io.netty.buffer;
    requires static transitive org.jspecify;

    exports dev.lockproof.redis;
}
