package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of which methods all annotations are known without looking at others. */
class MethodAnnotationsTest {

    private static final String PROGRAM = """
            import dev.lockproof.annotations.AcquiresLock;
            import org.checkerframework.dataflow.qual.Pure;

            interface Named<T> {
                @Pure
                String name(T how);

                @Deprecated
                String oldName();
            }

            abstract class Shop implements Named<String> {
                @Override
                public String name(String how) {
                    return how;
                }

                @Override
                public String oldName() {
                    return "old";
                }

                @Pure
                static void open() {}
            }

            class CornerShop extends Shop {
                @Override
                public String name(String how) {
                    return how + " on the corner";
                }

                @Override
                public String oldName() {
                    return "older";
                }

                @Override
                public String toString() {
                    return "shop";
                }

                @AcquiresLock
                void close() {}

                void pass() {}
            }
            """;

    private static Elements elements;

    private final MethodAnnotations annotations = new MethodAnnotations();

    @BeforeAll
    static void analyze() throws IOException {
        JavaFileObject source = new SimpleJavaFileObject(URI.create("mem:///Shops.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return PROGRAM;
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(source));
        task.analyze();
        elements = task.getElements();
    }

    private @Nullable Set<String> of(String type, String method) {
        for (ExecutableElement member :
                ElementFilter.methodsIn(elements.getTypeElement(type).getEnclosedElements())) {
            if (member.getSimpleName().contentEquals(method)) {
                return names(annotations.ofOneWithoutInherited(member));
            }
        }
        throw new AssertionError(type + " has no method " + method);
    }

    private static @Nullable Set<String> names(@Nullable Set<AnnotationMirror> annotations) {
        return annotations == null
                ? null
                : annotations.stream()
                        .map(annotation -> annotation
                                .getAnnotationType()
                                .asElement()
                                .getSimpleName()
                                .toString())
                        .collect(Collectors.toSet());
    }

    @Test
    void aMethodHasItsOwn() {
        assertThat(of("CornerShop", "close")).containsExactly("AcquiresLock");
        assertThat(of("CornerShop", "pass")).isEmpty();
        assertThat(of("CornerShop", "toString")).containsExactly("Override");
        assertThat(of("Named", "oldName")).containsExactly("Deprecated");
        assertThat(of("CornerShop", "oldName")).containsExactly("Override");
    }

    @Test
    void whatComesDownFromAnOverriddenMethodIsLeftToTheFramework() {
        assertThat(of("Shop", "name")).isNull();
        assertThat(of("CornerShop", "name")).isNull();
    }

    @Test
    void soIsWhatMayComeDownFromTheMethodItself() {
        assertThat(of("Named", "name")).isNull();
        assertThat(of("Shop", "open")).isNull();
    }

    @Test
    void soAreConstructorsAndTypes() {
        assertThat(annotations.ofOneWithoutInherited(elements.getTypeElement("Shop")))
                .isNull();
        ElementFilter.constructorsIn(elements.getTypeElement("Shop").getEnclosedElements())
                .forEach(constructor -> assertThat(annotations.ofOneWithoutInherited(constructor))
                        .isNull());
    }
}
