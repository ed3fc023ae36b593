import dev.lockproof.annotations.Fresh;
import shop.Account;

class FiresInner {
    static class Drafts<T> {
        T last;

        class Slot {
            void put(T value) {
                last = value;
            }

            class Deep {}
        }

        Slot slot() {
            return new Slot();
        }
    }

    static void fill(Drafts<Account>.Slot slot, Account stored) {
        slot.put(stored);
    }

    static void fillDeep(Drafts<Account>.Slot.Deep deep) {}

    void inner(Drafts<@Fresh Account> drafts, Account stored) {
        fill(drafts.slot(), stored); // error: [type.argument.not.locked]
        fill(drafts.new Slot(), stored); // error: [type.argument.not.locked]
        fillDeep(drafts.slot().new Deep()); // error: [type.argument.not.locked]
        Drafts<Account>.Slot slot = drafts.slot(); // error: [type.argument.not.locked]
        slot.put(stored);
    }
}
