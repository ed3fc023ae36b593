package dev.lockproof.benchmarks.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Makes Lettuce's clients, whose commands are counted. */
final class LettuceClient {

    private static final String HOST = "127.0.0.1";

    private LettuceClient() {}

    static RedisClient open(int port) {
        return RedisClient.create(counted(), RedisURI.create(HOST, port));
    }

    static void close(RedisClient client) {
        client.shutdown(0, 1, TimeUnit.SECONDS);
        close(client.getResources());
    }

    /** Makes a client for Spring. Its resources are to be closed after it. */
    static LettuceConnectionFactory forSpring(int port, ClientResources resources) {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(HOST, port),
                LettuceClientConfiguration.builder().clientResources(resources).build());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    static ClientResources counted() {
        return ClientResources.builder()
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        CommandCount.watch(channel);
                    }
                })
                .build();
    }

    static void close(ClientResources resources) {
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
