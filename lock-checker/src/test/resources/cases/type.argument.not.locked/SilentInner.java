import dev.lockproof.annotations.Fresh;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import shop.Account;
import shop.AccountRepository;

class SilentInner {
    static class Drafts<T> implements Iterable<T> {
        T last;
        Slot first = new Slot(null);

        class Slot {
            Slot next;

            Slot(Slot next) {
                this.next = next;
            }

            void put(T value) {
                last = value;
            }
        }

        class Cursor implements Iterator<T> {
            @Override
            public boolean hasNext() {
                return false;
            }

            @Override
            public T next() {
                return last;
            }
        }

        Slot slot() {
            Slot made = new Slot(first);
            first = made;
            return made.next == null ? first : made.next;
        }

        @Override
        public Iterator<T> iterator() {
            return new Cursor();
        }
    }

    static class Stored extends Drafts<Account> {
        class Named extends Slot {
            Named() {
                super(null);
            }
        }

        Slot named() {
            return slot() == null ? slot() : new Named();
        }
    }

    static <T> void anyOf(Drafts<T>.Slot slot) {}

    static void unknown(Drafts<?>.Slot slot) {}

    static void accounts(Drafts<? extends Account>.Slot slot) {}

    void inner(Drafts<Account> stored, Drafts<@Fresh Account> drafts, Drafts<String> texts, Account account) {
        Drafts<Account>.Slot slot = stored.slot();
        slot.put(account);
        Drafts<Account>.Slot made = stored.new Slot(slot);
        Drafts<String>.Slot text = texts.slot();
        Map<String, Drafts<Account>.Slot> byName = new HashMap<>();
        byName.put("first", made);
        List<Drafts<String>.Slot> all = List.of(text);
        anyOf(slot);
        anyOf(all.get(0));
        anyOf(drafts.slot());
        unknown(slot);
        unknown(drafts.slot());
        accounts(slot);
        accounts(drafts.slot());
        Drafts<Account>.Slot named = new Stored().named();
        anyOf(named);
    }

    void fresh(Drafts<@Fresh Account> drafts, AccountRepository repository) {
        var slot = drafts.slot();
        slot.put(new Account("1", "Ada", 0));
        Iterator<@Fresh Account> each = drafts.iterator();
        repository.save(each.next());
        for (Account account : drafts) {
            repository.save(account);
        }
    }
}
