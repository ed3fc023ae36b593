import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shop.Account;

class SilentCasts {
    @SuppressWarnings({"unchecked", "rawtypes", "cast"})
    void casts(List<@Fresh Account> fresh, Collection<Account> any, Object object, @Locked Account locked, List raw) {
        List<? extends Account> read = (List<? extends Account>) fresh;
        Collection<?> all = (Collection<?>) fresh;
        List<Account> down = (List<Account>) any;
        List<Account> back = (List<Account>) read;
        List<@Fresh Account> same = (List) fresh;
        ArrayList<Account> copy = (ArrayList<Account>) new ArrayList<>(List.of(new Account("1", "Ada", 0)));
        List<Account> cast = (List<Account>) Stream.of("1").map(id -> new Account(id, "Ada", 0)).toList();
        List<Account> fromRaw = (List<Account>) raw;
        Map<String, List<Account>> map = (Map<String, List<Account>>) object;
        Object[] objects = (Object[]) object;
        Comparable<String> text = (Comparable<String> & Serializable) "text";
        Account one = (Account) (Object) locked;
        Optional<Account> optional = (Optional<Account>) (Optional<?>) Optional.of(locked);
        int number = (int) (long) Long.valueOf(1);
        if (any instanceof List<Account> list && (Object) list.get(0) instanceof Account first) {
            first.deposit(number);
        }
        if (object instanceof List<?> list && all.isEmpty()) {
            list.clear();
        }
    }

    @SuppressWarnings("cast")
    <T, L extends List<T>> List<T> generic(L list, Collection<? extends T> more) {
        List<T> same = (List<T>) list;
        @SuppressWarnings("unchecked")
        Collection<T> other = (Collection<T>) more;
        return same.isEmpty() ? (List<T>) other : same;
    }
}
