package dev.lockproof.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * What is known about an entity: all that the validator and the writers look at.
 *
 * @param type the class or record that the user wrote
 * @param self the entity as views and repositories name it: {@code Account}, or {@code Box<?>} if it is generic
 * @param concrete the entity as it is created: {@code Account}, or {@code Box<Object>}
 * @param record whether it is a record, so that its proof holds the value instead of extending it
 * @param isPublic whether what is generated is public
 * @param keyName the name in lock keys
 * @param table the name of the table
 * @param properties what is stored, in declaration order, superclasses first
 * @param declaration what the declaration says beyond its properties
 * @param names what the generated types are called
 * @param support which types of others generated code can name
 */
record EntityModel(
        ClassName type,
        TypeName self,
        TypeName concrete,
        boolean record,
        boolean isPublic,
        String keyName,
        String table,
        List<Property> properties,
        Declaration declaration,
        GeneratedNames names,
        Support support) {

    EntityModel {
        properties = List.copyOf(properties);
    }

    /** The property that identifies the entity. Only a valid entity surely has one. */
    Property id() {
        return properties.stream().filter(Property::id).findFirst().orElseThrow();
    }

    Optional<Property> property(String name) {
        return properties.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The constructor that brings an entity back from its row. Only a valid entity surely has one. */
    Constructor constructor() {
        return Constructors.best(declaration.constructors(), properties).orElseThrow();
    }

    /** The entity's name for people. */
    String simpleName() {
        return type.simpleName();
    }

    /** A copy with other properties, for skeletons. */
    EntityModel withProperties(List<Property> others) {
        return new EntityModel(
                type, self, concrete, record, isPublic, keyName, table, others, declaration, names, support);
    }
}
