package dev.lockproof.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads one answer, or several. */
final class Answers extends CommandOutput<String, String, List<String>> {

    Answers() {
        super(StringCodec.UTF8, new ArrayList<>());
    }

    /** Forgets those that came over a connection that broke. */
    void clear() {
        output.clear();
    }

    @Override
    public void set(ByteBuffer bytes) {
        output.add(codec.decodeValue(bytes));
    }
}
