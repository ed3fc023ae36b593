package bank;

import dev.lockproof.ComparableField;
import dev.lockproof.Field;
import dev.lockproof.TextField;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.ColumnType;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * The fields of {@link Account}, for queries.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
public final class AccountFields {
    /**
     * The property {@code id}.
     */
    public static final TextField<Account> ID = TextField.of("id", Column.required("id", ColumnType.STRING));

    /**
     * The property {@code owner}.
     */
    public static final TextField<Account> OWNER = TextField.of("owner", Column.required("owner", ColumnType.STRING));

    /**
     * The property {@code balance}.
     */
    public static final ComparableField<Account, Long> BALANCE = ComparableField.of(
            "balance", Column.required("balance", ColumnType.LONG));

    /**
     * The property {@code note}.
     */
    public static final TextField<Account> NOTE = TextField.of("note", Column.nullable("note", ColumnType.STRING));

    /**
     * The property {@code frozen}.
     */
    public static final Field<Account, Boolean> FROZEN = Field.of(
            "frozen", Column.required("frozen", ColumnType.BOOLEAN));

    private AccountFields() {
    }
}
