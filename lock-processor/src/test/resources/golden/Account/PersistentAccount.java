package bank;

import dev.lockproof.Persistent;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Refers to a stored {@link Account}, without a lock on it. Read-only.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
public interface PersistentAccount extends Persistent<Account, LockedAccount> {
    /**
     * Gives the {@code id} that is stored.
     *
     * @return the value
     */
    String getId();

    /**
     * Gives the {@code owner} that is stored.
     *
     * @return the value
     */
    String getOwner();

    /**
     * Gives the {@code balance} that is stored.
     *
     * @return the value
     */
    long getBalance();

    /**
     * Gives the {@code note} that is stored.
     *
     * @return the value, or empty if there is none
     */
    Optional<String> note();

    /**
     * Gives the {@code frozen} that is stored.
     *
     * @return the value
     */
    boolean frozen();
}
