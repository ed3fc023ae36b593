package dev.lockproof.samples.smallbank;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The procedures without locks: read the balance, compute, write it back.
 *
 * <p>Nothing of Lockproof is used here, since it has no way to write without a lock. Each map is thread-safe by itself,
 * and still money is lost: between a read and the write that follows, another thread writes.
 */
final class UnsafeBank implements Bank {

    private final Map<String, Long> accounts = new ConcurrentHashMap<>();
    private final Map<Long, Long> savings = new ConcurrentHashMap<>();
    private final Map<Long, Long> checking = new ConcurrentHashMap<>();

    @Override
    public void open(Account account, long savingsCents, long checkingCents) {
        accounts.put(account.name(), account.customerId());
        savings.put(account.customerId(), savingsCents);
        checking.put(account.customerId(), checkingCents);
    }

    @Override
    public void amalgamate(String from, String to) {
        long payer = customerId(from);
        long payee = customerId(to);
        long cents = read(savings, payer) + read(checking, payer);
        savings.put(payer, 0L);
        checking.put(payer, 0L);
        checking.put(payee, read(checking, payee) + cents);
    }

    @Override
    public long balance(String name) {
        long customer = customerId(name);
        return read(savings, customer) + read(checking, customer);
    }

    @Override
    public void depositChecking(String name, long cents) {
        long customer = customerId(name);
        checking.put(customer, read(checking, customer) + cents);
    }

    @Override
    public void sendPayment(String from, String to, long cents) {
        long payer = customerId(from);
        long payee = customerId(to);
        long funds = read(checking, payer);
        if (funds < cents) {
            throw new InsufficientFunds("The checking of customer " + payer + " holds less than is to be sent");
        }
        checking.put(payer, funds - cents);
        checking.put(payee, read(checking, payee) + cents);
    }

    @Override
    public void transactSavings(String name, long cents) {
        long customer = customerId(name);
        long sum = read(savings, customer) + cents;
        if (sum < 0) {
            throw new InsufficientFunds("The savings of customer " + customer + " would fall below zero");
        }
        savings.put(customer, sum);
    }

    @Override
    public long writeCheck(String name, long cents) {
        long customer = customerId(name);
        long funds = read(checking, customer);
        long penalty = read(savings, customer) + funds < cents ? OVERDRAFT_PENALTY : 0;
        checking.put(customer, funds - cents - penalty);
        return penalty;
    }

    @Override
    public long total() {
        return sum(savings) + sum(checking);
    }

    private long customerId(String name) {
        return read(accounts, name);
    }

    private static <K> long read(Map<K, Long> table, K key) {
        Long value = table.get(key);
        if (value == null) {
            throw new IllegalArgumentException("No row for " + key);
        }
        return value;
    }

    private static long sum(Map<Long, Long> table) {
        return table.values().stream().mapToLong(Long::longValue).sum();
    }
}
