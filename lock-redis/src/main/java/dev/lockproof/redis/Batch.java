package dev.lockproof.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Calls of the script that a server gets as one command. More can be added until the connection sends it. What was given up by then is
 * left out; also if it is sent once more, over a new connection. Thread-safe.
 */
final class Batch extends AsyncCommand<String, String, List<String>> {

    /** A server does nothing else until it has carried all of them out. */
    static final int MOST = 16;

    /** How long a cluster may take to move a slot: longer than most leases last. */
    private static final long MOVING_NANOS = Duration.ofMinutes(1).toNanos();

    private final String script;
    private final long repeatedUntil;
    private final Answers answers;
    private final List<Request> requests = new ArrayList<>();
    private List<Request> sent = List.of();
    private boolean isOpen;

    private Batch(
            CommandType type,
            String script,
            List<Request> requests,
            boolean isOpen,
            long repeatedUntil,
            Answers answers) {
        super(
                isOpen
                        ? new Command<>(type, answers)
                        : new Command<>(type, answers, arguments(script, requests))); // a cluster looks at the keys
        this.script = script;
        this.repeatedUntil = repeatedUntil;
        this.answers = answers;
        this.requests.addAll(requests);
        this.isOpen = isOpen;
        requests.forEach(this::watch);
    }

    /** Makes a batch of one, which others may be added to if it is open. */
    static Batch of(Request request, boolean isOpen) {
        long until = System.nanoTime() + MOVING_NANOS;
        return new Batch(CommandType.EVALSHA, Script.SHA1, List.of(request), isOpen, until, new Answers());
    }

    /** Makes one with the same requests, for a server that doesn't know the script. */
    synchronized Batch withText() {
        return new Batch(CommandType.EVAL, Script.TEXT, requests, false, repeatedUntil, new Answers());
    }

    /** Makes one with the same requests, for a server that could not carry them out yet. */
    synchronized Batch again() {
        return new Batch((CommandType) getType(), script, requests, false, repeatedUntil, new Answers());
    }

    /** Tells whether somebody waits for an answer, or it is early enough for what is only to be done at some time. */
    synchronized boolean isWorthRepeating() {
        return requests.stream().anyMatch(Request::isAwaited) && System.nanoTime() - repeatedUntil < 0;
    }

    private void watch(Request request) {
        CompletableFuture<String> unused = request.answer().whenComplete((answer, failure) -> {
            if (failure instanceof CancellationException && isGivenUp()) {
                cancel(false);
            }
        });
    }

    private synchronized boolean isGivenUp() {
        if (requests.stream().anyMatch(Request::isAwaited)) {
            return false;
        }
        isOpen = false;
        return true;
    }

    /** Adds a request, unless the batch was sent, is full, or was given up. Gives whether it did. */
    synchronized boolean add(Request request) {
        if (!isOpen || requests.size() == MOST) {
            return false;
        }
        requests.add(request);
        watch(request);
        return true;
    }

    /** Gives the requests, of which there will be no more. */
    synchronized List<Request> close() {
        isOpen = false;
        return List.copyOf(requests);
    }

    /** Gives the requests that were sent last, in the order of their answers. */
    synchronized List<Request> sent() {
        return sent;
    }

    @Override
    public void encode(ByteBuf to) {
        answers.clear();
        CommandArgs<String, String> arguments;
        synchronized (this) {
            isOpen = false;
            List<Request> awaited = awaited();
            sent = awaited.isEmpty() ? List.copyOf(requests) : awaited;
            arguments = arguments(script, sent);
        }
        new Command<>(getType(), getOutput(), arguments).encode(to);
    }

    /** A loop, because a stream that has not run for a while takes longer than to write the arguments. */
    private List<Request> awaited() {
        List<Request> awaited = new ArrayList<>(requests.size());
        for (Request request : requests) {
            if (request.isAwaited()) {
                awaited.add(request);
            }
        }
        return awaited;
    }

    private static CommandArgs<String, String> arguments(String script, List<Request> requests) {
        CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8);
        arguments.add(script);
        int keys = 0;
        for (Request request : requests) {
            keys += request.call().keys().length;
        }
        arguments.add(keys);
        for (Request request : requests) {
            arguments.addKeys(request.call().keys());
        }
        if (requests.size() == 1) {
            return arguments.addValues(requests.get(0).call().values());
        }
        StringBuilder counts = new StringBuilder();
        for (Request request : requests) {
            counts.append(request.call().values().length);
        }
        arguments.addValue(counts.toString());
        for (Request request : requests) {
            arguments.addValues(request.call().values());
        }
        return arguments;
    }
}
