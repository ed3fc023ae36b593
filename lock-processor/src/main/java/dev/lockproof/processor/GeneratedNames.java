package dev.lockproof.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * What the types that are generated for an entity are called.
 *
 * @param persistent the read-only view
 * @param locked the proof
 * @param repository the repository
 * @param fields the typed fields
 * @param mapping the mapping
 */
record GeneratedNames(
        ClassName persistent, ClassName locked, ClassName repository, ClassName fields, ClassName mapping) {

    /** Names the types after the simple name of the entity, next to it: a nested entity's too are top-level types. */
    static GeneratedNames of(String packageName, String simpleName) {
        return new GeneratedNames(
                ClassName.get(packageName, "Persistent" + simpleName),
                ClassName.get(packageName, "Locked" + simpleName),
                ClassName.get(packageName, simpleName + "Repository"),
                ClassName.get(packageName, simpleName + "Fields"),
                ClassName.get(packageName, simpleName + "Mapping"));
    }

    List<ClassName> all() {
        return List.of(persistent, locked, repository, fields, mapping);
    }
}
