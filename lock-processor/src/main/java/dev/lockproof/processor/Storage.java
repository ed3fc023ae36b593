package dev.lockproof.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** How the values of a type are stored. */
sealed interface Storage {

    /**
     * As one of the runtime's own column types.
     *
     * @param type which
     */
    record Simple(SimpleType type) implements Storage {}

    /**
     * As the name of an enum constant.
     *
     * @param type the enum
     */
    record Enumeration(ClassName type) implements Storage {}

    /**
     * Through a converter of the user.
     *
     * @param converter the converter's class
     * @param stored how the converter's result is stored: simple or an enum
     * @param mutable whether the type that is converted can be changed in place
     */
    record Converted(ClassName converter, Storage stored, boolean mutable) implements Storage {}

    /**
     * As one column per component of a record: an id only.
     *
     * @param type the record
     * @param parts its components
     */
    record Composite(ClassName type, List<Part> parts) implements Storage {}

    /**
     * Not at all.
     *
     * @param why the reason, which follows the property's name or type in a message
     * @param reason what is to blame
     */
    record Unsupported(String why, Reason reason) implements Storage {

        boolean isBy(Reason other) {
            return reason == other;
        }
    }

    /** What keeps a value from being stored. */
    enum Reason {
        /** There is no column type for its type. */
        TYPE,
        /** Its converter. */
        CONVERTER,
        /** Generated code can't even name its type. */
        HIDDEN
    }

    /**
     * A component of a composite id.
     *
     * @param name the component
     * @param type its type
     * @param column the name of its column
     * @param storage how it is stored
     * @param nullable whether it is marked as nullable
     */
    record Part(String name, TypeName type, String column, Storage storage, boolean nullable) {}
}
