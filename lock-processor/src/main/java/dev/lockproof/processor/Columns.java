package dev.lockproof.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.stream.IntStream;

/** Expressions for columns and their types. */
final class Columns {

    private Columns() {}

    static CodeBlock column(String name, boolean nullable, Storage storage) {
        return CodeBlock.of(
                "$T.$L($S, $L)", Library.COLUMN_OF_STORE, nullable ? "nullable" : "required", name, type(storage));
    }

    static CodeBlock type(Storage storage) {
        if (storage instanceof Storage.Simple simple) {
            return CodeBlock.of("$T.$L", Library.COLUMN_TYPE, simple.type().name());
        }
        if (storage instanceof Storage.Enumeration enumeration) {
            return CodeBlock.of("$T.enumeration($T.class)", Library.COLUMN_TYPE, enumeration.type());
        }
        if (storage instanceof Storage.Converted converted) {
            return CodeBlock.of(
                    "$T.converted(new $T(), $L)", Library.COLUMN_TYPE, converted.converter(), type(converted.stored()));
        }
        throw new IllegalArgumentException("has no column type: " + storage);
    }

    /** The values in an array, as the parts of a composite id. */
    static List<CodeBlock> casts(List<Storage.Part> parts, String array) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> CodeBlock.of("($T) $L[$L]", parts.get(i).type().box(), array, i))
                .toList();
    }
}
