package dev.lockproof.processor;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** Writes generated types to files, each with the entity as its one originating element. */
final class SourceWriter {

    private final Filer filer;

    SourceWriter(Filer filer) {
        this.filer = filer;
    }

    void write(String packageName, TypeSpec type, TypeElement entity) throws IOException {
        TypeSpec.Builder withOrigin = type.toBuilder().addOriginatingElement(entity);
        JavaFile file = JavaFile.builder(packageName, withOrigin.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        file.writeTo(filer);
    }
}
