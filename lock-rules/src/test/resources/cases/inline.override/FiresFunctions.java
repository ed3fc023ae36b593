import bank.*;

/** It names nothing of Lockproof but a class whose method makes a promise. */
class FiresFunctions {
    private static Runnable kept;

    static void keep(Runnable work) {
        kept = work;
    }

    static Walk lambda() {
        return work -> kept = work; // error: [inline.override]
    }

    static Walk reference() {
        return FiresFunctions::keep; // error: [inline.override]
    }
}
