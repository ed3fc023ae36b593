import bank.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** What a stream runs when it is closed or read runs later, and so does what runs on a stream from elsewhere. */
class FiresPipelines {
    void closed(LockedAccount account) {
        Stream.of(1).onClose(() -> account.deposit(1)).count(); // error: [proof.captured]
        IntStream.of(1).onClose(() -> account.deposit(1)).sum(); // error: [proof.captured]
    }

    void read(LockedAccount account) {
        Iterator<Integer> iterator = Stream.of(1).map(each -> (int) account.getBalance()).<Void>iterator(); // error: [proof.captured]
        Spliterator<Integer> spliterator = Stream.of(1).peek(each -> account.deposit(1)).<Void>spliterator(); // error: [proof.captured]
        (Stream.of(1).peek(each -> account.deposit(1))).iterator(); // error: [proof.captured]
    }

    /** It might be parallel. */
    void fromElsewhere(LockedAccount account, Stream<Integer> stream, Supplier<Stream<Integer>> supplier) {
        Objects.requireNonNull(stream).forEach(each -> account.deposit(each)); // error: [proof.captured]
        List.of(stream).get(0).forEach(each -> account.deposit(each)); // error: [proof.captured]
        supplier.get().forEach(each -> account.deposit(each)); // error: [proof.captured]
    }

    <S extends BaseStream<Integer, S>> void ofAVariable(LockedAccount account, List<S> streams) {
        streams.get(0).onClose(() -> account.deposit(1)); // error: [proof.captured]
    }

    interface Own<T> extends Stream<T> {
        @Override
        Stream<T> filter(Predicate<? super T> test);
    }

    void ofAnOwnClass(LockedAccount account, Own<Integer> stream) {
        stream.forEach(each -> account.deposit(each)); // error: [proof.captured]
        stream.filter(each -> true).forEach(each -> account.deposit(each)); // error: [proof.captured]
    }

    /** What else is done with it might make it parallel. */
    void named(LockedAccount account, List<Integer> list, boolean flag) {
        Stream<Integer> twice = list.stream();
        twice.parallel();
        twice.forEach(each -> account.deposit(each)); // error: [proof.captured]
        Stream<Integer> parallel = list.stream().parallel();
        parallel.forEach(each -> account.deposit(each)); // error: [proof.captured]
        Stream<Integer> chosen = flag ? list.stream() : list.parallelStream();
        chosen.forEach(each -> account.deposit(each)); // error: [proof.captured]
        Stream<Integer> assigned = list.stream();
        if (flag) {
            assigned = list.parallelStream();
        }
        assigned.forEach(each -> account.deposit(each)); // error: [proof.captured]
        Stream<Integer> lazy = list.stream().peek(each -> account.deposit(each)); // error: [proof.captured]
        lazy.toList();
        field.forEach(each -> account.deposit(each)); // error: [proof.captured]
    }

    private final Stream<Integer> field = Stream.of(1);
}
