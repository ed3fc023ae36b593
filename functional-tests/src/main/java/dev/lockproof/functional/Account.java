package dev.lockproof.functional;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import org.jspecify.annotations.Nullable;

/** A class with inherited properties and accessors in all styles. */
@Entity
public class Account extends Audited {

    @Id
    private final String id;

    private final String owner;
    private long balance;
    private boolean closed;
    final int branch;

    /**
     * Creates an account.
     *
     * @param changedBy who changed it last
     * @param id its number
     * @param owner whose it is
     * @param balance in cents
     * @param closed whether it is closed
     * @param branch where it was opened
     */
    public Account(String changedBy, String id, String owner, long balance, boolean closed, int branch) {
        super(changedBy);
        this.id = id;
        this.owner = owner;
        this.balance = balance;
        this.closed = closed;
        this.branch = branch;
    }

    /**
     * Gives the number.
     *
     * @return the number
     */
    public final String getId() {
        return id;
    }

    /**
     * Gives the owner.
     *
     * @return the owner
     */
    public String owner() {
        return owner;
    }

    long getBalance() {
        return balance;
    }

    /**
     * Tells whether it is closed.
     *
     * @return whether it is
     */
    protected boolean isClosed() {
        return closed;
    }

    void deposit(long amount, String by) {
        balance += amount;
        changeBy(by);
    }

    void terminate(String by) {
        closed = true;
        changeBy(by);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account account && id.equals(account.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
