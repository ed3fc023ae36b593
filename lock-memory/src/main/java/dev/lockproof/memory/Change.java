package dev.lockproof.memory;

import dev.lockproof.spi.Row;
import org.jspecify.annotations.Nullable;

/** A row as a transaction has left it; null if it has deleted it. */
record Change(Table table, Object key, @Nullable Row row, long fence) {}
