package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import jakarta.persistence.Table;

@Entity
@Table
record Account(@Id String id) {} // refused: [EntityJpaToo] Account is marked @jakarta.persistence.Table. Did you mean @dev.lockproof.annotations.Entity(table = "…")?
