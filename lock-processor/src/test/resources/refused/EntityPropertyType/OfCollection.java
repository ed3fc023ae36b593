package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.util.List;

@Entity
class Account {
    @Id private final String id;
    private List<String> tags; // refused: [EntityPropertyType] 'tags' of Account is of type List<String>, which can't be stored: give it a converter, e.g. @Convert(TagsConverter.class), or mark the field transient if it is not part of what is stored.

    Account(String id, List<String> tags) {
        this.id = id;
        this.tags = tags;
    }

    String getId() {
        return id;
    }

    List<String> getTags() {
        return tags;
    }
}

class Uses {
    void use(PersistentAccount account) {
        account.getTags().forEach(System.out::println);
    }
}
