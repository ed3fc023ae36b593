package dev.lockproof.testservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of a Redis server.
 *
 * @param plain the one without TLS
 * @param announced the one that it tells clients and other servers in place of that: of a network before it, if there is one
 */
record RedisPorts(int plain, int announced) {

    private static final int MOST_TRIED = 20;
    private static final int LEAST = 12_000;

    /** With the bus below those that systems give to clients. */
    private static final int MOST = 22_000;

    /** How far above the port that it tells others a server of a cluster has its bus. */
    private static final int BUS = 10_000;

    /** Of a server that everybody connects to directly. */
    RedisPorts(int plain) {
        this(plain, plain);
    }

    /** Gives the same ones with another one that is announced. */
    RedisPorts announcing(int port) {
        return new RedisPorts(plain, port);
    }

    /** Finds ports that nobody listens on. */
    static RedisPorts free() {
        for (int tried = 0; tried < MOST_TRIED; tried++) {
            int even = 2 * ThreadLocalRandom.current().nextInt(LEAST / 2, MOST / 2);
            RedisPorts ports = new RedisPorts(even);
            if (ports.areFree()) {
                return ports;
            }
        }
        throw new IllegalStateException("No port between " + LEAST + " and " + MOST + " is free");
    }

    /** Gives the one for TLS. */
    int tls() {
        return plain + 1;
    }

    /** Gives the one on which servers of a cluster that speak no TLS hear each other. */
    int bus() {
        return plain + BUS;
    }

    /** Gives the one for those that do. */
    int tlsBus() {
        return tls() + BUS;
    }

    private boolean areFree() {
        return isFree(plain) && isFree(tls()) && isFree(bus()) && isFree(tlsBus());
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
