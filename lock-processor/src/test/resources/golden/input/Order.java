package bank;

import dev.lockproof.annotations.AttributeConverter;
import dev.lockproof.annotations.Column;
import dev.lockproof.annotations.Convert;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Entity(name = "PurchaseOrder", table = "orders")
@NullMarked
public record Order(
        @Id Number id,
        @Column("customer_name") String customer,
        @Nullable Status status,
        @Nullable Instant shippedAt,
        @Convert(TagsConverter.class) List<String> tags) {

    public enum Status {
        OPEN,
        SHIPPED
    }

    public record Number(UUID shop, int number) {}

    public static final class TagsConverter implements AttributeConverter<List<String>, String> {

        @Override
        public String toColumn(List<String> tags) {
            return String.join(" ", tags);
        }

        @Override
        public List<String> toProperty(String tags) {
            return List.of(tags.split(" "));
        }
    }
}
