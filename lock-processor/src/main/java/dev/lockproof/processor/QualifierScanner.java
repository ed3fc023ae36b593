package dev.lockproof.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.ElementScanner14;
import org.jspecify.annotations.Nullable;

/** Visits the types in the signatures of a class, and the class itself. Bodies belong to the checker. */
final class QualifierScanner extends ElementScanner14<@Nullable Void, @Nullable Void> {

    private final QualifiedTypes types;
    private final MistakenEntities mistaken;
    private final Consumer<Problem> problems;
    private final Set<Object> reported = new HashSet<>();

    QualifierScanner(QualifiedTypes types, MistakenEntities mistaken, Consumer<Problem> problems) {
        this.types = types;
        this.mistaken = mistaken;
        this.problems = problems;
    }

    @Override
    public @Nullable Void visitVariable(VariableElement variable, @Nullable Void unused) {
        check(variable.asType(), variable);
        return super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitExecutable(ExecutableElement method, @Nullable Void unused) {
        check(method.getReturnType(), method);
        return super.visitExecutable(method, null);
    }

    /** A record's component is reported at its field, which comes first: only the field's place is known to javac. */
    @Override
    public @Nullable Void visitType(TypeElement type, @Nullable Void unused) {
        mistaken.problem(type).ifPresent(problems);
        if (type.getKind() == ElementKind.RECORD) {
            ElementFilter.fieldsIn(type.getEnclosedElements()).forEach(this::scan);
        }
        return super.visitType(type, null);
    }

    @Override
    public @Nullable Void visitTypeParameter(TypeParameterElement parameter, @Nullable Void unused) {
        parameter.getBounds().forEach(bound -> check(bound, parameter));
        return super.visitTypeParameter(parameter, null);
    }

    private void check(TypeMirror type, Element element) {
        types.misplaced(type)
                .map(misplaced -> misplaced.problem(new Site(element)))
                .filter(problem -> reported.add(List.of(problem.message(), place(element))))
                .ifPresent(problems);
    }

    /** A record's component, its field, its accessor and its constructor's parameter are one place in the source. */
    private static Object place(Element element) {
        Element type = element;
        while (type != null && !(type instanceof TypeElement)) {
            type = type.getEnclosingElement();
        }
        return type != null && type.getKind() == ElementKind.RECORD
                ? List.of(type, element.getSimpleName().toString())
                : element;
    }
}
