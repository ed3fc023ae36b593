package dev.lockproof.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HolderTest {

    private static String describedBy(String threadName) throws InterruptedException {
        AtomicReference<String> described = new AtomicReference<>();
        Thread thread = new Thread(() -> described.set(Holder.of("payments-7").describe()), threadName);
        thread.start();
        thread.join();
        return described.get();
    }

    @Test
    void namesThreadAndProcess() throws InterruptedException {
        assertThat(describedBy("worker-3")).isEqualTo("the thread worker-3 of payments-7");
        assertThat(describedBy("Zähler")).isEqualTo("the thread Zähler of payments-7");
    }

    @Test
    void namesThisProcessByItsNumber() {
        assertThat(Holder.ofThisProcess().describe())
                .contains("process " + ProcessHandle.current().pid() + " on ");
    }

    @Test
    void showsNothingThatABackendCouldNotStore() throws InterruptedException {
        assertThat(describedBy("a\u0000b\nc\ud800d")).isEqualTo("the thread a?b?c?d of payments-7");
    }

    @Test
    void isCut() throws InterruptedException {
        assertThat(describedBy("x".repeat(1_000))).hasSize(200);
        assertThat(describedBy("\ud83d\udd12".repeat(1_000)).codePoints()).hasSize(200);
    }
}
