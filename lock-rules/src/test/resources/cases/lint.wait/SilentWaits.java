import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;

class SilentWaits {
    private AccountRepository accounts;

    @AcquiresLock
    void before(String id, Future<Long> rate, BlockingQueue<Long> queue, CountDownLatch latch) throws Exception {
        long amount = rate.get();
        try (var account = accounts.lock(id)) {
            account.deposit(amount);
            Long more = queue.poll();
            queue.offer(account.getBalance());
            Runnable later = () -> latch.countDown();
            Callable<Long> waits = () -> rate.get();
            Optional.of(id).get();
            new HashMap<>(Map.of(id, id)).get(id);
        } finally {
            latch.await();
        }
        queue.take();
    }

    @SuppressWarnings("lockproof:lint.wait")
    void suppressed(@Locked Account account, Future<Long> rate) throws Exception {
        account.deposit(rate.get());
    }

    void free(Thread thread) throws InterruptedException {
        thread.join();
    }
}
