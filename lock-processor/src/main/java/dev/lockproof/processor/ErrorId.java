package dev.lockproof.processor;

import com.google.common.base.CaseFormat;

/** The problems that the processor reports. Each has a page: {@code docs/errors/EntityNoId.md}. */
enum ErrorId {
    ENTITY_NOT_ALLOWED_HERE,
    ENTITY_FINAL_CLASS,
    ENTITY_CONSTRUCTOR,
    ENTITY_FINAL_ACCESSOR,
    ENTITY_NO_ID,
    ENTITY_SEVERAL_IDS,
    ENTITY_ID_TYPE,
    ENTITY_MUTABLE_ID,
    ENTITY_PROPERTY_TYPE,
    ENTITY_NAME_CLASH,
    ENTITY_DUPLICATE_KEY_NAME,
    ENTITY_JPA_TOO,
    LOCKED_NOT_AN_ENTITY,
    PROCESSOR_FAILED;

    /** The id as users see it: {@code EntityNoId}. */
    String id() {
        return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, name());
    }

    String page() {
        return "docs/errors/" + id() + ".md";
    }
}
