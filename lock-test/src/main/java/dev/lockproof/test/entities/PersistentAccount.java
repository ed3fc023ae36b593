package dev.lockproof.test.entities;

import dev.lockproof.Persistent;
import org.jspecify.annotations.Nullable;

/** Refers to a stored {@link Account}, without a lock on it. */
public interface PersistentAccount extends Persistent<Account, LockedAccount> {

    String getId();

    @Nullable
    String getOwner();

    long getBalance();
}
