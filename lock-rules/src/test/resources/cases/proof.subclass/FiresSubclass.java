import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresSubclass {
    interface AccountProof extends LockProof<Account> {} // error: [proof.subclass]
}
