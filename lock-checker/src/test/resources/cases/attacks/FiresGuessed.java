import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Id;
import dev.lockproof.annotations.PolyLocked;
import shop.Order;
import shop.OrderRepository;

/** What a method or a variable is while that is being found out is a guess, and stays none. */
class FiresGuessed {
    private final OrderRepository orders;
    private final Order found;

    FiresGuessed(OrderRepository orders, Order found) {
        this.orders = orders;
        this.found = found;
    }

    @Entity
    record Draft(@Id String id) {
        @Fresh Draft next(@Fresh Draft this) {
            return new Draft(id + "'");
        }

        public Draft copy() {
            return new Draft(id + "'");
        }
    }

    void savesThird() {
        orders.save(third(3)); // error: [save.not.writable]
    }

    private Order third(int times) {
        return last(first(times), second(times));
    }

    private Order first(int times) {
        if (times > 0) {
            return last(found, second(times - 1));
        }
        return found;
    }

    private Order second(int times) {
        if (times > 0) {
            return last(found, first(times - 1));
        }
        return new Order("1", "Ada", "NEW");
    }

    private @PolyLocked Order last(Order one, @PolyLocked Order other) {
        return other;
    }

    static final class Looked {
        Looked(@PolyLocked Order at) {}

        @PolyLocked
        Order same(@PolyLocked Order order) {
            return order;
        }
    }

    private Order looked(int times) {
        if (times > 0) {
            return new Looked(looked(times - 1)).same(found);
        }
        return new Order("1", "Ada", "NEW");
    }

    private Order made(int times) {
        if (times > 0) {
            return kept(made(times - 1)); // error: [type.argument.not.locked]
        }
        return found;
    }

    private <T extends @Fresh Order> T kept(T order) {
        orders.save(order);
        return order;
    }

    private @Fresh Order keptOne(@Fresh Order order) {
        orders.save(order);
        return order;
    }

    private Order one(int times) {
        if (times > 0) {
            return keptOne(one(times - 1)); // error: [argument.not.locked]
        }
        return found;
    }

    private @PolyLocked Order keptOther(@PolyLocked Order order, @Fresh Order other) {
        orders.save(other);
        return order;
    }

    private Order other(int times) {
        if (times > 0) {
            return keptOther(found, other(times - 1)); // error: [argument.not.locked]
        }
        return new Order("1", "Ada", "NEW");
    }

    private Order twoOthers(int times) {
        if (times > 0) {
            Order other = keptOther(found, otherOfTwo(times - 1)); // error: [argument.not.locked]
            return keptOther(other, found); // error: [argument.not.locked]
        }
        return new Order("1", "Ada", "NEW");
    }

    private Order otherOfTwo(int times) {
        Order other = keptOther(twoOthers(times), twoOthers(times)); // error: [argument.not.locked]
        return other;
    }

    void saves(String id) {
        Order order = new Order(id, "Ada", "NEW");
        order = kept(order); // error: [type.argument.not.locked]
        order = keptOne(order); // error: [argument.not.locked]
        order = found;
        orders.save(made(3)); // error: [save.not.writable]
    }

    void receives(int times, Draft other) {
        Draft draft = new Draft("1");
        for (int i = 0; i < times; i++) {
            draft = draft.next(); // error: [argument.not.locked]
            draft = draft.copy().next(); // error: [argument.not.locked]
            draft = other;
        }
    }
}
