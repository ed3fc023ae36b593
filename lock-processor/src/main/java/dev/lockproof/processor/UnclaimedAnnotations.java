package dev.lockproof.processor;

import com.google.auto.common.MoreTypes;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Claims the annotations that we own or generate, as {@code javac -Xlint:all -Werror} fails a build in which nobody
 * claims one. Nothing else is done here.
 *
 * <p>A processor that claims the last annotation of a round keeps the processors behind it from running. So nothing is
 * claimed when that would happen: then a warning is left rather than, say, a checker that silently checks nothing.
 * Processors run in the order of their names, so this one is the last of ours.
 */
@AutoService(Processor.class)
public final class UnclaimedAnnotations extends AbstractProcessor {

    private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";

    /** Called by the compiler. */
    public UnclaimedAnnotations() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                Library.ANNOTATIONS + ".*",
                Library.GENERATED.canonicalName(),
                Library.NULL_MARKED.canonicalName(),
                Library.NULL_UNMARKED.canonicalName());
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return isLastProcessor() || leavesAnother(round);
    }

    private static boolean leavesAnother(RoundEnvironment round) {
        return round.getRootElements().stream().anyMatch(UnclaimedAnnotations::hasAnother);
    }

    private static boolean hasAnother(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(a -> !isClaimed(a))
                || element.getEnclosedElements().stream().anyMatch(UnclaimedAnnotations::hasAnother)
                || (element instanceof ExecutableElement method
                        && method.getParameters().stream().anyMatch(UnclaimedAnnotations::hasAnother));
    }

    private static boolean isClaimed(AnnotationMirror annotation) {
        String name = MoreTypes.asTypeElement(annotation.getAnnotationType())
                .getQualifiedName()
                .toString();
        return name.startsWith(Library.ANNOTATIONS + ".")
                || Stream.of(Library.GENERATED, Library.NULL_MARKED, Library.NULL_UNMARKED)
                        .anyMatch(claimed -> name.equals(claimed.canonicalName()));
    }

    /** Whether no processor comes after ours on the processor path. */
    private static boolean isLastProcessor() {
        ClassLoader loader = UnclaimedAnnotations.class.getClassLoader();
        try {
            List<URL> services = Collections.list(loader.getResources(SERVICE));
            return !services.isEmpty()
                    && text(services.get(services.size() - 1)).contains(UnclaimedAnnotations.class.getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
