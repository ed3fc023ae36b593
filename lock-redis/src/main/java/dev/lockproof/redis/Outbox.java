package dev.lockproof.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.api.StatefulConnection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls of the script over a connection, in their order: by the script's digest and, where the server doesn't know it (any more),
 * by its text; and again, for a while, where a cluster is moving the keys. Those that are made before the connection gets round to sending go together. Thread-safe.
 */
final class Outbox {

    private static final long PAUSE_MILLIS = 50;

    private final StatefulConnection<String, String> connection;
    private final boolean canCombine;
    private @Nullable Batch last;

    /**
     * Sends over a connection.
     *
     * @param canCombine whether one server has all keys
     */
    Outbox(StatefulConnection<String, String> connection, boolean canCombine) {
        this.connection = connection;
        this.canCombine = canCombine;
    }

    /** Sends a call. */
    synchronized Request send(Call call) {
        Request request = new Request(call);
        if (last == null || !last.add(request)) {
            last = Batch.of(request, canCombine);
            dispatch(last);
        }
        return request;
    }

    private void dispatch(Batch batch) {
        CompletableFuture<List<String>> unused =
                batch.whenComplete((answers, failure) -> answer(batch, answers, failure));
        try {
            connection.dispatch(batch);
        } catch (RedisException e) {
            batch.completeExceptionally(e);
        } catch (RuntimeException e) { // the client was shut down, or the connection to a cluster closed
            batch.completeExceptionally(Request.closed(e));
        }
    }

    /** A cluster carries out nothing that has several keys while it moves them from one server to another. */
    private static boolean isMoving(@Nullable Throwable failure) {
        return failure instanceof RedisCommandExecutionException
                && String.valueOf(failure.getMessage()).startsWith("TRYAGAIN");
    }

    private void answer(Batch batch, @Nullable List<String> answers, @Nullable Throwable failure) {
        List<Request> all = batch.close();
        if (failure instanceof RedisNoScriptException) {
            dispatch(batch.withText());
        } else if (isMoving(failure) && batch.isWorthRepeating()) {
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(() -> dispatch(batch.again()));
        } else if (failure != null) {
            Throwable why = failure instanceof CancellationException ? Request.closed(failure) : failure;
            all.forEach(request -> request.fail(why));
        } else if (answers != null) {
            List<Request> asked = batch.sent();
            for (int i = 0; i < asked.size(); i++) {
                asked.get(i).take(answers.get(i));
            }
        }
    }
}
