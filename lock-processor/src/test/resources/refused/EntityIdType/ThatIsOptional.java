package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.util.Optional;

@Entity
record Reading(@Id Optional<String> sensor) {} // refused: [EntityIdType] The id 'sensor' of Reading is an Optional, but an id always has a value.
