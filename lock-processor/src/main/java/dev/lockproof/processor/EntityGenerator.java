package dev.lockproof.processor;

import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Takes one entity all the way: read, validate, and write or report. */
final class EntityGenerator {

    private final ProcessingEnvironment environment;
    private final List<TypeWriter> furtherWriters;
    private final KeyNames keyNames;
    private final Reporter reporter;

    EntityGenerator(ProcessingEnvironment environment, List<TypeWriter> furtherWriters, KeyNames keyNames) {
        this.environment = environment;
        this.furtherWriters = furtherWriters;
        this.keyNames = keyNames;
        this.reporter = new Reporter(environment);
    }

    void generate(TypeElement entity) {
        Bugs.guard(entity, reporter, () -> {
            EntityModel model = new EntityReader(environment).read(entity);
            List<Problem> problems = new ArrayList<>(EntityValidator.validate(model));
            keyNames.claim(model).ifPresent(problems::add);
            problems.forEach(reporter::report);
            if (problems.isEmpty()) {
                write(model, writers(model), entity);
                writeTables(model, entity);
            } else {
                write(model, SkeletonWriters.of(model, problems), entity);
            }
        });
    }

    private List<TypeWriter> writers(EntityModel model) {
        return Stream.concat(
                        Stream.of(
                                new PersistentWriter(),
                                model.record() ? new LockedRecordWriter() : new LockedClassWriter(),
                                new RepositoryWriter(),
                                new FieldsWriter(),
                                new MappingWriter()),
                        furtherWriters.stream())
                .toList();
    }

    /** Writes all types, also after one could not be written: what is missing would only cause further errors. */
    private void write(EntityModel model, List<TypeWriter> writers, TypeElement entity) {
        SourceWriter out = new SourceWriter(environment.getFiler());
        List<Problem> problems = new ArrayList<>();
        for (TypeWriter writer : writers) {
            TypeSpec type = writer.write(model);
            try {
                out.write(model.type().packageName(), type, entity);
            } catch (FilerException e) {
                problems.add(exists(type, model));
            } catch (IOException e) {
                problems.add(cannotWrite(type.name() + ", which is generated for " + model.simpleName(), model, e));
            }
        }
        problems.stream().limit(1).forEach(reporter::report);
    }

    private void writeTables(EntityModel model, TypeElement entity) {
        try {
            new TableFiles(environment.getFiler()).write(model, entity);
        } catch (IOException e) {
            reporter.report(cannotWrite("the tables of " + model.simpleName(), model, e));
        }
    }

    private static Problem exists(TypeSpec type, EntityModel model) {
        return new Problem(
                ErrorId.ENTITY_NAME_CLASH,
                "%s, which would be generated for %s, exists already: rename one of them."
                        .formatted(type.name(), model.simpleName()),
                model.declaration().site());
    }

    private static Problem cannotWrite(String what, EntityModel model, IOException e) {
        return new Problem(
                ErrorId.PROCESSOR_FAILED,
                "Could not write %s: %s.".formatted(what, e),
                model.declaration().site());
    }
}
