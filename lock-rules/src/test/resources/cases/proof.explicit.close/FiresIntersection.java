import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** An intersection is closeable if any part of it is. */
class FiresIntersection {
    static <C extends Account & AutoCloseable> void variable(C closeable) throws Exception {
        closeable.close();
    }

    void calls(LockedAccount account) throws Exception {
        variable(account); // error: [proof.explicit.close]
        ((Account & AutoCloseable) account).getBalance(); // error: [proof.explicit.close]
    }
}
