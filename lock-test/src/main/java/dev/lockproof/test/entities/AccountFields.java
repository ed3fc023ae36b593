package dev.lockproof.test.entities;

import dev.lockproof.ComparableField;
import dev.lockproof.TextField;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.ColumnType;

/** The properties of {@link Account}. */
public final class AccountFields {

    public static final TextField<Account> ID = TextField.of("id", Column.required("id", ColumnType.STRING));
    public static final TextField<Account> OWNER = TextField.of("owner", Column.nullable("owner", ColumnType.STRING));
    public static final ComparableField<Account, Long> BALANCE =
            ComparableField.of("balance", Column.required("balance", ColumnType.LONG));

    private AccountFields() {}
}
