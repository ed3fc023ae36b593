package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Sees to it that entities don't compile without what is generated for them. A compiler leaves processors out silently:
 * for {@code -proc:none}, for a list that doesn't name them, or, from JDK 23 on, because they are on the class path.
 */
final class GeneratedTypes {

    private final Trees trees;
    private final Elements elements;
    private final Set<String> missing = new HashSet<>();
    private boolean processorRuns;

    GeneratedTypes(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    /** From now on, what is missing is what the processor has refused, and said so. */
    void processorRuns() {
        processorRuns = true;
    }

    /** Reports each entity, in a top-level class, whose proof type doesn't exist. */
    void check(ClassTree tree, CompilationUnitTree unit) {
        if (!processorRuns) {
            String owner = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            check(owner + tree.getSimpleName(), tree, unit);
        }
    }

    private void check(String name, ClassTree tree, CompilationUnitTree unit) {
        if (isAnnotated(tree)) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null && isEntity(type) && !isGenerated(type) && missing.add(name)) {
                trees.printMessage(
                        Diagnostic.Kind.ERROR, text(type.getSimpleName().toString()), tree, unit);
            }
        }
        for (Tree member : tree.getMembers()) {
            if (member instanceof ClassTree nested) {
                check(name + "." + nested.getSimpleName(), nested, unit);
            }
        }
    }

    /** Looks at the text first, as most classes have no such annotation, and a symbol costs more. */
    private static boolean isAnnotated(ClassTree tree) {
        return tree.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().endsWith("Entity"));
    }

    private static boolean isEntity(TypeElement type) {
        boolean possible = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
        return possible && Annotations.isPresent(type, Annotations.ENTITY);
    }

    private boolean isGenerated(TypeElement entity) {
        String owner = elements.getPackageOf(entity).getQualifiedName().toString();
        String name = (owner.isEmpty() ? "" : owner + ".") + "Locked" + entity.getSimpleName();
        return elements.getTypeElement(elements.getModuleOf(entity), name) != null;
    }

    private static String text(String entity) {
        return """
                [entity.not.generated] %s is an @Entity, but there is no Locked%s: Lockproof's processor did not run.
                Put lock-processor on the processor path (Maven: annotationProcessorPaths, Gradle: annotationProcessor).
                If it is there, look for -proc:none, or for a list of processors that leaves it out. From JDK 23 on,
                processors on the class path alone need -proc:full.
                See docs/errors/entity.not.generated.md""".formatted(entity, entity);
    }
}
