import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresArrays {
    private LockedAccount[] field; // error: [proof.array]
    private List<LockProof<?>[]> inside; // error: [proof.array]

    void parameter(LockedAccount[] accounts) {} // error: [proof.array]

    void varargs(LockedAccount... accounts) {} // error: [proof.array]

    LockedAccount[] result() { // error: [proof.array]
        return null;
    }

    void local(LockedAccount account, Object any) {
        LockedAccount[] one = {account}; // error: [proof.array]
        var two = new LockedAccount[] {account}; // error: [proof.array]
        LockedAccount[][] three = new LockedAccount[1][2]; // error: [proof.array]
        any = new LockedAccount[2]; // error: [proof.array]
    }

    <L extends LockProof<?>> void variable(L[] proofs) {} // error: [proof.array]
}
