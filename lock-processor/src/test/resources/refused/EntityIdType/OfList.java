package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.util.List;

@Entity
record Reading(@Id List<String> path) {} // refused: [EntityIdType] The id 'path' of Reading is of type List<String>: it has no stable text form.
