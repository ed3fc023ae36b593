package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.RunsInline;

/** A lambda that is kept can run after the lock is gone. */
class InlineParamEscapes {

    private Runnable kept = () -> {};

    void now(@RunsInline Runnable work) {
        kept = work; // error: [inline.param.escapes]
    }

    void later() {
        kept.run();
    }
}
