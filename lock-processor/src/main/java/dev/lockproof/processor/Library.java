package dev.lockproof.processor;

import com.palantir.javapoet.ClassName;

/** The types of the library that generated code names. The processor itself does not depend on them. */
final class Library {

    private static final String ANNOTATIONS = AnnotationNames.PACKAGE;
    private static final String RUNTIME = "dev.lockproof";
    private static final String SPI = "dev.lockproof.spi";
    private static final String MEMORY = "dev.lockproof.memory";

    static final ClassName ENTITY = ClassName.bestGuess(AnnotationNames.ENTITY);
    static final ClassName ID = ClassName.bestGuess(AnnotationNames.ID);
    static final ClassName COLUMN = ClassName.bestGuess(AnnotationNames.COLUMN);
    static final ClassName CONVERT = ClassName.bestGuess(AnnotationNames.CONVERT);
    static final ClassName ATTRIBUTE_CONVERTER = ClassName.get(ANNOTATIONS, "AttributeConverter");
    static final ClassName LOCKED = ClassName.bestGuess(AnnotationNames.LOCKED);
    static final ClassName FRESH = ClassName.bestGuess(AnnotationNames.FRESH);
    static final ClassName WRITABLE = ClassName.bestGuess(AnnotationNames.WRITABLE);
    static final ClassName RUNS_INLINE = ClassName.get(ANNOTATIONS, "RunsInline");

    static final ClassName PERSISTENT = ClassName.get(RUNTIME, "Persistent");
    static final ClassName LOCK_PROOF = ClassName.get(RUNTIME, "LockProof");
    static final ClassName LOCK_GRANT = ClassName.get(RUNTIME, "LockGrant");
    static final ClassName LOCK_KEY = ClassName.get(RUNTIME, "LockKey");
    static final ClassName LOCK_SERVICE = ClassName.get(RUNTIME, "LockService");
    static final ClassName ABSTRACT_REPOSITORY = ClassName.get(RUNTIME, "AbstractRepository");
    static final ClassName FIELD = ClassName.get(RUNTIME, "Field");
    static final ClassName COMPARABLE_FIELD = ClassName.get(RUNTIME, "ComparableField");
    static final ClassName TEXT_FIELD = ClassName.get(RUNTIME, "TextField");

    static final ClassName ENTITY_STORE = ClassName.get(SPI, "EntityStore");
    static final ClassName ENTITY_MAPPING = ClassName.get(SPI, "EntityMapping");
    static final ClassName STORED_ENTITY = ClassName.get(SPI, "StoredEntity");
    static final ClassName LOCKABLE = ClassName.get(SPI, "Lockable");
    static final ClassName ROW = ClassName.get(SPI, "Row");
    static final ClassName ROW_WRITER = ClassName.get(SPI, "RowWriter");
    static final ClassName COLUMN_OF_STORE = ClassName.get(SPI, "Column");
    static final ClassName COLUMN_TYPE = ClassName.get(SPI, "ColumnType");

    static final ClassName IN_MEMORY_STORE = ClassName.get(MEMORY, "InMemoryStore");
    static final ClassName IN_MEMORY_LOCK_PROVIDER = ClassName.get(MEMORY, "InMemoryLockProvider");

    static final ClassName GENERATED = ClassName.bestGuess(AnnotationNames.GENERATED);
    static final ClassName NULL_MARKED = ClassName.bestGuess(AnnotationNames.NULL_MARKED);
    static final ClassName NULL_UNMARKED = ClassName.bestGuess(AnnotationNames.NULL_UNMARKED);
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private Library() {}
}
