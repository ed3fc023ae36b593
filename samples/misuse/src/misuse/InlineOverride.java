package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.RunsInline;
import java.util.function.Consumer;

/** A caller of the interface relies on the promise. */
class InlineOverride implements InlineOverrideVisitor {

    @Override
    public void each(Consumer<PersistentAccount> work) {} // error: [inline.override]
}

interface InlineOverrideVisitor {

    void each(@RunsInline Consumer<PersistentAccount> work);
}
