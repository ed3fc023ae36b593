package bank;

import dev.lockproof.annotations.AttributeConverter;
import dev.lockproof.annotations.Convert;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.util.List;

@Entity
record Order(
        @Id String id,
        @Convert(TagsConverter.class) String tags) {} // refused: [EntityPropertyType] 'tags' of Order has the converter TagsConverter, whose result, a List<String>, can't be stored either.

class TagsConverter implements AttributeConverter<String, List<String>> {
    @Override
    public List<String> toColumn(String tags) {
        return List.of(tags.split(" "));
    }

    @Override
    public String toProperty(List<String> tags) {
        return String.join(" ", tags);
    }
}
