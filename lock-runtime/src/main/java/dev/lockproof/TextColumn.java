package dev.lockproof;

import dev.lockproof.spi.Column;

/** A field of text, in one column. */
final class TextColumn<T> extends ComparableColumn<T, String> implements TextField<T> {

    TextColumn(String name, Column<String> column) {
        super(name, column);
    }
}
