package dev.lockproof.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A call of the script on its way to a server, by the script's digest and, where the server doesn't know it (any more), by its
 * text. Thread-safe.
 */
final class Request {

    private final RedisScriptingAsyncCommands<String, String> commands;
    private final Call call;
    private final CompletableFuture<String> answer;
    private volatile CompletableFuture<String> sent;

    /** Sends a call. */
    Request(RedisScriptingAsyncCommands<String, String> commands, Call call) {
        this.commands = commands;
        this.call = call;
        this.sent = byDigest();
        this.answer = sent.exceptionallyCompose(this::again);
    }

    private CompletableFuture<String> byDigest() {
        return send(() -> commands.evalsha(Script.SHA1, ScriptOutputType.VALUE, call.keys(), call.values()));
    }

    private CompletionStage<String> again(Throwable failure) {
        if (!(failure instanceof RedisNoScriptException)) {
            return CompletableFuture.failedFuture(failure);
        }
        sent = send(() -> commands.eval(Script.TEXT, ScriptOutputType.VALUE, call.keys(), call.values()));
        return sent;
    }

    private static CompletableFuture<String> send(Supplier<RedisFuture<String>> sending) {
        try {
            return sending.get().toCompletableFuture();
        } catch (RedisException e) {
            return CompletableFuture.failedFuture(e);
        } catch (RuntimeException e) { // the client was shut down, or the connection to a cluster closed
            return CompletableFuture.failedFuture(closed(e));
        }
    }

    private static RedisException closed(RuntimeException cause) {
        return new RedisException("The connection was closed", cause);
    }

    /** Gives the answer, when it has come. */
    CompletableFuture<String> answer() {
        return answer;
    }

    /** Keeps it from being sent, if it was not sent yet. */
    void giveUp() {
        boolean unused = sent.cancel(false);
    }

    /**
     * Waits for the answer, and is not interrupted: somebody has to know what became of it.
     *
     * @param until when to give up, by {@link System#nanoTime()}; what was not sent by then never is
     */
    String answer(long until) throws ExecutionException, TimeoutException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    giveUp();
                    throw e;
                } catch (CancellationException e) {
                    throw new ExecutionException(closed(e));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
