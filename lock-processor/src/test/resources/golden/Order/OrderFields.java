package bank;

import dev.lockproof.ComparableField;
import dev.lockproof.Field;
import dev.lockproof.TextField;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.ColumnType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * The fields of {@link Order}, for queries.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
public final class OrderFields {
    /**
     * The property {@code id}.
     */
    public static final Field<Order, Order.Number> ID = Field.composite(
            "id",
            List.of(
                    Column.required("shop", ColumnType.UUID),
                    Column.required("number", ColumnType.INTEGER)),
            id -> new Object[] {id.shop(), id.number()},
            parts -> new Order.Number((UUID) parts[0], (Integer) parts[1]));

    /**
     * The property {@code customer}.
     */
    public static final TextField<Order> CUSTOMER = TextField.of(
            "customer", Column.required("customer_name", ColumnType.STRING));

    /**
     * The property {@code status}.
     */
    public static final Field<Order, Order.Status> STATUS = Field.of(
            "status", Column.nullable("status", ColumnType.enumeration(Order.Status.class)));

    /**
     * The property {@code shippedAt}.
     */
    public static final ComparableField<Order, Instant> SHIPPED_AT = ComparableField.of(
            "shippedAt", Column.nullable("shipped_at", ColumnType.INSTANT));

    /**
     * The property {@code tags}.
     */
    public static final Field<Order, List<String>> TAGS = Field.of(
            "tags", Column.required("tags", ColumnType.converted(new Order.TagsConverter(), ColumnType.STRING)));

    private OrderFields() {
    }
}
