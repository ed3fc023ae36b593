import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import shop.Account;

class FiresReceiver extends Account {
    FiresReceiver() {
        super("1", "Ada", 0);
    }

    void settle(@Locked FiresReceiver this) {}

    void seed(@Fresh FiresReceiver this) {}

    FiresReceiver other() {
        return this;
    }

    void calls(FiresReceiver another) {
        settle(); // error: [argument.not.locked]
        this.settle(); // error: [argument.not.locked]
        seed(); // error: [argument.not.locked]
        another.settle(); // error: [argument.not.locked]
        other().seed(); // error: [argument.not.locked]
    }

    Runnable inClass(@Locked FiresReceiver this) {
        return new Runnable() {
            @Override
            public void run() {
                settle(); // error: [argument.not.locked]
                FiresReceiver.this.settle(); // error: [argument.not.locked]
            }
        };
    }
}
