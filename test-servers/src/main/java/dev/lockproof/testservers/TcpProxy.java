package dev.lockproof.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A network between a client and a server that can be slow, silent or cut, and change what is said. Thread-safe. */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile long delayNanos;
    private volatile boolean isSilent;
    private volatile boolean isCut;
    private volatile @Nullable Rewriting rewriting;

    private TcpProxy(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Leads to a port of this machine. */
    public static TcpProxy to(int port) {
        try {
            TcpProxy proxy = new TcpProxy(port);
            start(proxy::accept, "proxy-" + port);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }

    /** Gives the port to connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Delays what comes from either side from now on. */
    public void slowDown(Duration delay) {
        delayNanos = delay.toNanos();
    }

    /** Holds back what comes from either side, on connections that stay open, until {@link #heal()}. */
    public void silence() {
        isSilent = true;
    }

    /** Breaks all connections, and new ones at once. */
    public void cut() {
        isCut = true;
        sockets.forEach(TcpProxy::close);
    }

    /**
     * Changes what clients say from now on, where it arrives in one piece.
     *
     * @param text what is said
     * @param instead what arrives; of the same length, so that protocols that count bytes notice nothing
     */
    public void rewrite(String text, String instead) {
        if (text.length() != instead.length()) {
            throw new IllegalArgumentException("'" + text + "' and '" + instead + "' differ in length");
        }
        rewriting = new Rewriting(text, instead);
    }

    private record Rewriting(String text, String instead) {

        byte[] apply(byte[] bytes, int length) {
            String said = new String(bytes, 0, length, StandardCharsets.ISO_8859_1); // keeps every byte
            return said.replace(text, instead).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Is a good network again. What was held back arrives. */
    public void heal() {
        isCut = false;
        isSilent = false;
        delayNanos = 0;
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy can't be closed", e);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                lead(entrance.accept());
            } catch (IOException e) {
                return; // the proxy was closed
            }
        }
    }

    private void lead(Socket client) {
        if (isCut) {
            close(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            start(() -> pump(client, server, true), "proxy-up");
            start(() -> pump(server, client, false), "proxy-down");
            if (isCut) {
                close(client); // as it may have been cut since they began
                close(server);
            }
        } catch (IOException e) {
            close(client); // the server is not there, and the client is to see that
        }
    }

    private void pump(Socket from, Socket to, boolean isUp) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                holdBack();
                Rewriting change = rewriting;
                if (isUp && change != null) {
                    out.write(change.apply(buffer, length));
                } else {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // One of the two ended the connection, so the other one sees it end.
            return;
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void holdBack() {
        LockSupport.parkNanos(delayNanos);
        while (isSilent) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A connection can't be closed", e);
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
