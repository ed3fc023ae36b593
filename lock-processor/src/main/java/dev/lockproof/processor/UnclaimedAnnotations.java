package dev.lockproof.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
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
 * For the same reason this one is the last of ours in {@code META-INF/services}.
 */
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
                AnnotationNames.PACKAGE + ".*",
                AnnotationNames.GENERATED,
                AnnotationNames.NULL_MARKED,
                AnnotationNames.NULL_UNMARKED);
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // the reason for this class, and its danger, are told above
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
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        String name = type.getQualifiedName().toString();
        return name.startsWith(AnnotationNames.PACKAGE + ".")
                || Set.of(AnnotationNames.GENERATED, AnnotationNames.NULL_MARKED, AnnotationNames.NULL_UNMARKED)
                        .contains(name);
    }

    /** Whether no processor comes after this one on the processor path. */
    private static boolean isLastProcessor() {
        List<String> processors = new ArrayList<>();
        try {
            ClassLoader loader = UnclaimedAnnotations.class.getClassLoader();
            for (URL file : Collections.list(loader.getResources(SERVICE))) {
                linesOf(file).filter(line -> !processors.contains(line)).forEach(processors::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return processors.indexOf(UnclaimedAnnotations.class.getName()) == processors.size() - 1;
    }

    private static Stream<String> linesOf(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty());
        }
    }
}
