package dev.lockproof.samples.misuse;

/** What a program without Lockproof uses to reach its rows. For the README's first snippet. */
public interface AccountDao {

    /**
     * Reads an account.
     *
     * @param id its id
     * @return the account
     */
    Account find(String id);

    /**
     * Writes an account.
     *
     * @param account the account
     */
    void save(Account account);
}
