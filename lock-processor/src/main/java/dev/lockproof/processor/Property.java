package dev.lockproof.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A value of an entity that is stored.
 *
 * @param name the name, as in the class: {@code balance}
 * @param site the field, accessor or record component
 * @param type the type, without {@code Optional} and without annotations
 * @param storage how values of the type are stored
 * @param nullable whether the value may be missing
 * @param id whether it identifies the entity
 * @param access how the value is read
 * @param column the name of the column
 * @param foreign what it is marked with for another library, and we don't read: an annotation that there is one of ours for,
 *     or that would keep it from being stored
 * @param setter the method or field that would change it from outside, if it is the id
 */
record Property(
        String name,
        Site site,
        TypeName type,
        Storage storage,
        boolean nullable,
        boolean id,
        Access access,
        String column,
        Optional<String> foreign,
        Optional<Setter> setter) {

    /** The name of the constant in the typed fields. */
    String constant() {
        return Naming.constant(name);
    }

    /**
     * What changes a property from outside the class.
     *
     * @param name its name, for messages
     * @param site the method or field
     */
    record Setter(String name, Site site) {}

    /**
     * How a property is read.
     *
     * @param kind through a method, through a field, or not at all
     * @param name the name of the method or field, and of the accessor in the views
     * @param optional whether it gives an {@code Optional}
     * @param isPublic whether it is a public method, which a proof simply inherits
     * @param isFinal whether it is a final method, which a proof can't override
     * @param checkedExceptions the checked exceptions that it declares
     * @param site where it is declared
     */
    record Access(
            Kind kind,
            String name,
            boolean optional,
            boolean isPublic,
            boolean isFinal,
            List<String> checkedExceptions,
            Site site) {

        enum Kind {
            METHOD,
            FIELD,
            NONE
        }

        boolean isMethod() {
            return kind == Kind.METHOD;
        }

        boolean isField() {
            return kind == Kind.FIELD;
        }

        /** The expression that reads the property of an instance. */
        String of(String instance) {
            return instance + '.' + name + (isMethod() ? "()" : "");
        }
    }
}
