package dev.lockproof.processor;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** Writes generated types to files, each with the entity as its one originating element. */
final class SourceWriter {

    /** JavaPoet writes {@code Order. @Nullable Status}. */
    private static final Pattern QUALIFIED_ANNOTATION =
            Pattern.compile("(?<=\\w)\\. @(?=(?:Nullable|Locked|Fresh|Writable) )");

    private final Filer filer;

    SourceWriter(Filer filer) {
        this.filer = filer;
    }

    void write(String packageName, TypeSpec type, TypeElement entity) throws IOException {
        JavaFile file = JavaFile.builder(packageName, type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        String name = packageName.isEmpty() ? type.name() : packageName + "." + type.name();
        try (Writer out = filer.createSourceFile(name, entity).openWriter()) {
            out.write(QUALIFIED_ANNOTATION.matcher(file.toString()).replaceAll(".@"));
        }
    }
}
