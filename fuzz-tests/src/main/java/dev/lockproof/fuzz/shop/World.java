package dev.lockproof.fuzz.shop;

import dev.lockproof.LockService;
import dev.lockproof.spi.EntityStore;

/**
 * What a program works with.
 *
 * @param accounts the accounts, of which {@code a} to {@code d} are there
 * @param orders the orders, of which {@code a} to {@code d} are there
 * @param locks takes the locks
 * @param store keeps both
 */
public record World(AccountRepository accounts, OrderRepository orders, LockService locks, EntityStore store) {}
