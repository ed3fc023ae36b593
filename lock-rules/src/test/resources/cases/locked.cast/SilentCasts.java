import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentCasts {
    void casts(LockedAccount proof, @Locked Account locked, LockProof<Account> any) {
        use((@Locked Account) proof);
        use((@Locked Account) locked);
        use((@Locked Account) any.entity());
        Account plain = (Account) locked;
    }

    void use(@Locked Account account) {}
}
