package dev.lockproof.samples.smallbank;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Writes the lines of a tally as text, for the process that adds them up. */
final class TallyText {

    private TallyText() {}

    /** Writes the numbers of a procedure into one line. */
    static String write(Procedure procedure, Tally.Line line) {
        return String.join(
                " ",
                procedure.name(),
                Long.toString(line.refused()),
                Long.toString(line.withoutLock()),
                Long.toString(line.lost()),
                Long.toString(line.failed()),
                encode(line.nanos()));
    }

    /** Adds the numbers of a line to a tally. */
    static void read(String text, Tally tally) {
        String[] words = text.split(" ", -1);
        tally.line(Procedure.valueOf(words[0]))
                .add(new Tally.Line(
                        decode(words[5]),
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        Long.parseLong(words[3]),
                        Long.parseLong(words[4])));
    }

    private static String encode(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }

    private static Histogram decode(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("Not a histogram: " + text, e);
        }
    }
}
