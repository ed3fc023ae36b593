package dev.lockproof.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.common.MoreElements;
import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableSetMultimap;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Generates the types of every {@code @Entity}. */
@AutoService(Processor.class)
public final class EntityProcessor extends BasicAnnotationProcessor {

    /** Called by the compiler. */
    public EntityProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    protected Iterable<? extends Step> steps() {
        return List.of(new EntityStep());
    }

    private final class EntityStep implements Step {

        @Override
        public Set<String> annotations() {
            return Set.of(Library.ENTITY.canonicalName());
        }

        @Override
        public Set<? extends Element> process(ImmutableSetMultimap<String, Element> elementsByAnnotation) {
            elementsByAnnotation.values().forEach(e -> generate(MoreElements.asType(e)));
            return Set.of();
        }

        private void generate(TypeElement entity) {
            EntityModel model = new EntityReader(processingEnv).read(entity);
            SourceWriter out = new SourceWriter(processingEnv.getFiler());
            for (TypeWriter writer : List.of(
                    new PersistentWriter(),
                    model.record() ? new LockedRecordWriter() : new LockedClassWriter(),
                    new RepositoryWriter(),
                    new FieldsWriter(),
                    new MappingWriter())) {
                TypeSpec type = writer.write(model);
                out.write(model.type().packageName(), type, entity);
            }
        }
    }
}
