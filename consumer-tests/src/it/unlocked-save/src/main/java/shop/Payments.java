package shop;

public final class Payments {

    private final AccountRepository accounts;

    public Payments(AccountRepository accounts) {
        this.accounts = accounts;
    }

    public void pay(Account account, long amount) {
        account.deposit(amount);
        accounts.save(account);
    }
}
