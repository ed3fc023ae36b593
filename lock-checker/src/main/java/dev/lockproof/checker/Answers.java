package dev.lockproof.checker;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import org.checkerframework.framework.type.AnnotatedTypeFactory.ParameterizedExecutableType;
import org.checkerframework.framework.type.AnnotatedTypeMirror;

/** What {@link LockproofAnnotatedTypeFactory} has found out about the code that is being checked. */
final class Answers {

    private final Memo<MethodInvocationTree, ParameterizedExecutableType> invocations = new Memo<>(Answers::copyOf);
    private final Memo<NewClassTree, ParameterizedExecutableType> creations = new Memo<>(Answers::copyOf);
    private final Memo<Element, AnnotatedTypeMirror> variables = new Memo<>(AnnotatedTypeMirror::deepCopy);

    ParameterizedExecutableType invocation(MethodInvocationTree call, Supplier<ParameterizedExecutableType> findOut) {
        return invocations.answer(call, findOut);
    }

    ParameterizedExecutableType creation(NewClassTree creation, Supplier<ParameterizedExecutableType> findOut) {
        return creations.answer(creation, findOut);
    }

    AnnotatedTypeMirror variable(Element variable, Supplier<AnnotatedTypeMirror> findOut) {
        return variables.answer(variable, findOut);
    }

    /** Says that what is being found out depends on a guess. */
    void guess() {
        invocations.guess();
        creations.guess();
        variables.guess();
    }

    void clear() {
        invocations.clear();
        creations.clear();
        variables.clear();
    }

    private static ParameterizedExecutableType copyOf(ParameterizedExecutableType method) {
        return new ParameterizedExecutableType(
                method.executableType().deepCopy(),
                method.typeArgs().stream().map(AnnotatedTypeMirror::deepCopy).toList());
    }
}
