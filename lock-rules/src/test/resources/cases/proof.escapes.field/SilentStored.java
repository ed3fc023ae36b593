import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentStored {
    private Account account;
    private Object any;
    private String id;
    private LockedAccount reported; // error: [proof.field]

    void forgetting(LockedAccount locked) {
        account = locked;
        this.any = locked;
        id = locked.getId();
        reported = locked;
    }
}
