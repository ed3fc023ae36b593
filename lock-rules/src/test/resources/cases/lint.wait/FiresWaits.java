import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;

class FiresWaits {
    private AccountRepository accounts;

    @AcquiresLock
    void waits(String id, Future<Long> rate, CountDownLatch latch, BlockingQueue<Long> queue, ExecutorService pool)
            throws Exception {
        try (var account = accounts.lock(id)) {
            account.deposit(rate.get()); // error: [lint.wait]
            account.deposit(rate.get(1, TimeUnit.SECONDS)); // error: [lint.wait]
            latch.await(); // error: [lint.wait]
            account.deposit(queue.take()); // error: [lint.wait]
            CompletableFuture.supplyAsync(() -> 1L).thenApply(each -> each).join(); // error: [lint.wait]
            pool.invokeAll(List.of()); // error: [lint.wait]
            Thread.sleep(1); // error: [lint.wait]
            synchronized (this) {
                wait(); // error: [lint.wait]
            }
        }
    }

    void under(@Locked Account account, List<CompletableFuture<Long>> futures, ReentrantLock own) {
        futures.forEach(each -> account.deposit(each.join())); // error: [lint.wait]
        futures.stream().map(CompletableFuture::join).forEach(account::deposit); // error: [lint.wait]
        own.lock(); // error: [lint.wait]
    }

    @AcquiresLock
    long inline(String id, Semaphore semaphore) {
        return accounts.withLock(id, account -> {
            semaphore.acquireUninterruptibly(); // error: [lint.wait]
            return account.getBalance();
        });
    }
}
