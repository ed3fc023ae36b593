package dev.lockproof.processor;

import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes the tables of an entity next to its classes, each with the entity as its one originating element. */
final class TableFiles {

    private static final String FOLDER = "META-INF/lockproof/ddl/";

    private final Filer filer;

    TableFiles(Filer filer) {
        this.filer = filer;
    }

    void write(EntityModel model, TypeElement entity) throws IOException {
        for (SqlDialect dialect : SqlDialect.values()) {
            String name = FOLDER + model.type().reflectionName() + "." + dialect.fileName() + ".sql";
            try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, entity)
                    .openWriter()) {
                out.write(new TableWriter(dialect).write(model));
            }
        }
    }
}
