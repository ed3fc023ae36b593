package dev.lockproof.benchmarks.redis;

import dev.lockproof.benchmarks.network.Counter;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.atomic.LongAdder;

/**
 * The commands that all clients have sent. The server's own count has the commands that a script runs among them, so this one
 * is taken from what goes out: a command is an array ({@code *}) of texts ({@code $}) with their lengths.
 */
final class CommandCount implements Counter {

    private static final LongAdder SENT = new LongAdder();

    /** Counts what is sent through a channel. */
    static void watch(Channel channel) {
        channel.pipeline().addFirst(new Outgoing());
    }

    @Override
    public String unit() {
        return "commands";
    }

    @Override
    public long read() {
        return SENT.sum();
    }

    private static final class Outgoing extends ChannelOutboundHandlerAdapter {

        private static final int LINE_END = 2;

        private byte type;
        private int length;
        private int textLeft;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (message instanceof ByteBuf bytes) {
                bytes.forEachByte(this::see);
            }
            super.write(context, message, promise);
        }

        private boolean see(byte next) {
            if (textLeft > 0) {
                textLeft--;
            } else if (next == '*' || next == '$') {
                type = next;
                length = 0;
            } else if (next >= '0' && next <= '9') {
                length = 10 * length + next - '0';
            } else if (next == '\n' && type == '*') {
                SENT.increment();
            } else if (next == '\n') {
                textLeft = length + LINE_END;
            }
            return true;
        }
    }
}
