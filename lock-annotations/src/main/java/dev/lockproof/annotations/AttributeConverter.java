package dev.lockproof.annotations;

/**
 * Turns a property's value into one that a store understands, and back.
 *
 * <p>A converter is created once per entity type and used from many threads, so it must be thread-safe; a stateless one
 * is. It never sees {@code null}: a null property is stored as null. {@code toProperty(toColumn(x))} must equal
 * {@code x}.
 *
 * @param <X> the property's type
 * @param <Y> the stored type: one of the property types that need no converter
 */
public interface AttributeConverter<X, Y> {

    /**
     * Converts a property's value for the store.
     *
     * @param property the property's value
     * @return the value to store
     */
    Y toColumn(X property);

    /**
     * Converts a stored value for the entity.
     *
     * @param column the stored value
     * @return the property's value
     */
    X toProperty(Y column);
}
