package bank;

import dev.lockproof.annotations.AttributeConverter;
import dev.lockproof.annotations.Convert;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(
        @Id String id,
        @Convert(Secret.class) String note) {} // refused: [EntityPropertyType] 'note' of Order has the converter Secret, which must be a class that is not abstract, with a constructor without parameters

class Secret implements AttributeConverter<String, String> {
    private final int shift;

    Secret(int shift) {
        this.shift = shift;
    }

    @Override
    public String toColumn(String note) {
        return note + shift;
    }

    @Override
    public String toProperty(String note) {
        return note;
    }
}
