package dev.lockproof.processor;

import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The types that the runtime stores by itself. Each is a constant of the runtime's {@code ColumnType}, of that name. */
enum SimpleType {
    BOOLEAN(Boolean.class, FieldKind.PLAIN),
    BYTE(Byte.class, FieldKind.COMPARABLE),
    SHORT(Short.class, FieldKind.COMPARABLE),
    INTEGER(Integer.class, FieldKind.COMPARABLE),
    LONG(Long.class, FieldKind.COMPARABLE),
    FLOAT(Float.class, FieldKind.COMPARABLE, "a floating-point number has no exact text"),
    DOUBLE(Double.class, FieldKind.COMPARABLE, "a floating-point number has no exact text"),
    CHARACTER(Character.class, FieldKind.COMPARABLE),
    STRING(String.class, FieldKind.TEXT),
    UUID(UUID.class, FieldKind.PLAIN),
    DECIMAL(BigDecimal.class, FieldKind.COMPARABLE),
    BIG_INTEGER(BigInteger.class, FieldKind.COMPARABLE),
    BYTES(byte[].class, FieldKind.PLAIN, "an array can be changed and has no text of its own"),
    INSTANT(Instant.class, FieldKind.COMPARABLE),
    LOCAL_DATE(LocalDate.class, FieldKind.COMPARABLE),
    LOCAL_TIME(LocalTime.class, FieldKind.COMPARABLE),
    LOCAL_DATE_TIME(LocalDateTime.class, FieldKind.COMPARABLE),
    OFFSET_DATE_TIME(OffsetDateTime.class, FieldKind.COMPARABLE),
    DURATION(Duration.class, FieldKind.COMPARABLE);

    /** Which of the runtime's field types a property of the type gets. */
    enum FieldKind {
        PLAIN,
        COMPARABLE,
        TEXT
    }

    private final Class<?> javaType;
    private final FieldKind fieldKind;
    private final Optional<String> noTextForm;

    SimpleType(Class<?> javaType, FieldKind fieldKind) {
        this.javaType = javaType;
        this.fieldKind = fieldKind;
        this.noTextForm = Optional.empty();
    }

    SimpleType(Class<?> javaType, FieldKind fieldKind, String noTextForm) {
        this.javaType = javaType;
        this.fieldKind = fieldKind;
        this.noTextForm = Optional.of(noTextForm);
    }

    /** Finds the type for a Java type, a primitive or not. */
    static Optional<SimpleType> of(TypeName type) {
        TypeName boxed = type.box();
        return Arrays.stream(values())
                .filter(t -> TypeName.get(t.javaType).equals(boxed))
                .findFirst();
    }

    FieldKind fieldKind() {
        return fieldKind;
    }

    /** Why the type can't be an id, if so: the lock's key is made from the id's text. */
    Optional<String> noTextForm() {
        return noTextForm;
    }
}
