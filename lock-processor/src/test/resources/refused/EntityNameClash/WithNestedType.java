package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(@Id String id) { // refused: [EntityNameClash] OrderFields inside Order has the name of a type that is generated next to it: rename one of them.
    enum OrderFields {
        ID
    }
}
