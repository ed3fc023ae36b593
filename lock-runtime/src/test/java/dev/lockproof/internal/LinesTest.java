package dev.lockproof.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LinesTest {

    private static final class Person extends Turn {

        private String estate = "";

        Person(LockKey key) {
            super(key);
        }

        @Override
        protected void inherit(Turn before) {
            estate = ((Person) before).estate;
            ((Person) before).estate = "";
        }
    }

    private static final LockKey KEY = new LockKey("key");

    private int orders;

    /** Five come and go in every order: whoever came first of those who are there is first. */
    @Test
    void whoIsFirstIsFirstComeFirstServed() {
        comeAndGo(new int[5], new ArrayList<>());
        assertThat(orders).isEqualTo(113_400);
    }

    private void comeAndGo(int[] done, List<Integer> order) {
        if (order.size() == 2 * done.length) {
            orders++;
            check(order, done.length);
            return;
        }
        for (int person = 0; person < done.length; person++) {
            if (done[person] < 2) {
                int[] next = Arrays.copyOf(done, done.length);
                next[person]++;
                List<Integer> longer = new ArrayList<>(order);
                longer.add(person);
                comeAndGo(next, longer);
            }
        }
    }

    private static void check(List<Integer> order, int people) {
        Lines<Person> lines = new Lines<>();
        Person[] persons = new Person[people];
        List<Person> there = new ArrayList<>();
        for (int number : order) {
            if (persons[number] == null) {
                persons[number] = new Person(KEY);
                lines.enter(persons[number]);
                there.add(persons[number]);
            } else {
                boolean hasHeir = there.size() > 1 && there.get(0) == persons[number];
                persons[number].estate = "of " + number;
                lines.leave(persons[number]);
                lines.leave(persons[number]);
                there.remove(persons[number]);
                assertThat(persons[number].estate).isEqualTo(hasHeir ? "" : "of " + number);
                assertThat(there)
                        .filteredOn(p -> p.estate.equals("of " + number))
                        .hasSize(hasHeir ? 1 : 0);
                if (hasHeir) {
                    assertThat(there.get(0).estate).isEqualTo("of " + number);
                }
            }
            if (there.isEmpty()) {
                assertThat(lines.isEmpty()).isTrue();
            } else {
                assertThat(lines.first(KEY)).isSameAs(there.get(0));
                assertThat(there.get(0).isFirst()).isTrue();
                assertThat(there.subList(1, there.size())).noneMatch(Turn::isFirst);
                List<Person> listed = new ArrayList<>();
                lines.forEach(listed::add);
                assertThat(listed).isEqualTo(there);
            }
        }
    }

    @Test
    void whoHasLeftKeepsNobodyAlive() {
        Lines<Person> lines = new Lines<>();
        Person a = new Person(KEY);
        Person b = new Person(KEY);
        Person c = new Person(KEY);
        List.of(a, b, c).forEach(lines::enter);
        lines.leave(b);
        lines.leave(a);
        for (Person gone : List.of(a, b)) {
            assertThat(gone.previous).isNull();
            assertThat(gone.next).isNull();
            assertThat(gone.last).isSameAs(gone);
        }
        assertThat(c.previous).isNull();
        assertThat(lines.first(KEY)).isSameAs(c);
    }

    @Test
    void linesOfOtherKeysAreOtherLines() {
        Lines<Person> lines = new Lines<>();
        Person here = new Person(KEY);
        Person there = new Person(new LockKey("other"));
        lines.enter(here);
        lines.enter(there);
        assertThat(here.isFirst()).isTrue();
        assertThat(there.isFirst()).isTrue();
        assertThat(lines.firsts()).containsExactlyInAnyOrder(here, there);
        assertThat(lines.size()).isEqualTo(2);
    }

    /** It may have known until when the first one holds the lock, which those behind it need not know. */
    @Test
    void whoLeavesTheMiddleWakesTheOneBehindAndNobodyElse() {
        Lines<Person> lines = new Lines<>();
        Person a = new Person(KEY);
        Person b = new Person(KEY);
        Person c = new Person(KEY);
        Person d = new Person(KEY);
        List.of(a, b, c, d).forEach(lines::enter);
        lines.leave(b);
        assertThat(c.woken).isTrue();
        assertThat(List.of(a, d)).noneMatch(person -> person.woken);
        lines.leave(d);
        assertThat(a.woken).isFalse();
    }

    /** Nobody parks with a limit here, so one wake-up that is lost stops the test. Some leave before they are first. */
    @Test
    void noWakeUpIsLost() throws InterruptedException {
        Lines<Person> lines = new Lines<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int threads = 8;
        int each = 5_000;
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    Person passer = new Person(KEY);
                    lines.enter(passer);
                    lines.leave(passer);
                    Person me = new Person(KEY);
                    lines.enter(me);
                    while (true) {
                        me.forgetWakeUps();
                        if (me.isFirst()) {
                            break;
                        }
                        me.park(Long.MAX_VALUE);
                    }
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    lines.leave(me);
                }
                done.countDown();
            });
            thread.setDaemon(true);
            thread.start();
        }
        assertThat(done.await(40, TimeUnit.SECONDS)).as("all have been first").isTrue();
        assertThat(most).hasValue(1);
        assertThat(lines.isEmpty()).isTrue();
    }

    @Test
    void theEndIsAwaited() throws InterruptedException {
        Lines<Person> lines = new Lines<>();
        assertThat(lines.awaitEmpty(0)).isTrue();
        Person person = new Person(KEY);
        lines.enter(person);
        assertThat(lines.awaitEmpty(1)).isFalse();
        Thread leaver = new Thread(() -> lines.leave(person));
        leaver.start();
        assertThat(lines.awaitEmpty(TimeUnit.SECONDS.toNanos(30))).isTrue();
        leaver.join();
    }
}
