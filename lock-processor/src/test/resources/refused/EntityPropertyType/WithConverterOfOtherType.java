package bank;

import dev.lockproof.annotations.AttributeConverter;
import dev.lockproof.annotations.Convert;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.util.List;

@Entity
record Order(
        @Id String id,
        @Convert(TagsConverter.class) String tags) {} // refused: [EntityPropertyType] 'tags' of Order has the converter TagsConverter, which converts a List<String>.

class TagsConverter implements AttributeConverter<List<String>, String> {
    @Override
    public String toColumn(List<String> tags) {
        return String.join(" ", tags);
    }

    @Override
    public List<String> toProperty(String tags) {
        return List.of(tags.split(" "));
    }
}
