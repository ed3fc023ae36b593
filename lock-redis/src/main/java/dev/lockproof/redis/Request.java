package dev.lockproof.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call of the script on its way to a server. Thread-safe. */
final class Request {

    private final Call call;
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    Request(Call call) {
        this.call = call;
    }

    Call call() {
        return call;
    }

    static RedisException closed(Throwable cause) {
        return new RedisException("The connection was closed", cause);
    }

    /** Gives the answer, when it has come. */
    CompletableFuture<String> answer() {
        return answer;
    }

    /** Takes the answer, or the error that it is. */
    void take(String text) {
        if (text.startsWith("-")) {
            answer.completeExceptionally(new RedisCommandExecutionException(text.substring(1)));
        } else {
            answer.complete(text);
        }
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    boolean isAwaited() {
        return !answer.isDone();
    }

    /** Keeps it from being sent, if it was not sent yet. */
    void giveUp() {
        boolean unused = answer.cancel(false);
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
