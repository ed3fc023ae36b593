package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Line(
        @Id String order,
        @Id int number, // refused: [EntitySeveralIds] Line has 2 properties marked @Id: order, number. Keep one; a composite id is one property whose type is a record of them.
        String article) {}
