package bank;

import dev.lockproof.Persistent;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Refers to a stored {@link Order}, without a lock on it. Read-only.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
public interface PersistentOrder extends Persistent<Order, LockedOrder> {
    /**
     * Gives the {@code id} that is stored.
     *
     * @return the value
     */
    Order.Number id();

    /**
     * Gives the {@code customer} that is stored.
     *
     * @return the value
     */
    String customer();

    /**
     * Gives the {@code status} that is stored.
     *
     * @return the value, or null if there is none
     */
    Order.@Nullable Status status();

    /**
     * Gives the {@code shippedAt} that is stored.
     *
     * @return the value, or null if there is none
     */
    @Nullable Instant shippedAt();

    /**
     * Gives the {@code tags} that is stored.
     *
     * @return the value
     */
    List<String> tags();
}
