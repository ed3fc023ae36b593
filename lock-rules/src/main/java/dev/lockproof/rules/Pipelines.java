package dev.lockproof.rules;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Recognises a stream that is made, transformed and consumed in one expression, on one thread: its stages run inline,
 * though each by itself is lazy.
 */
final class Pipelines {

    private static final Set<String> STREAMS = Set.of(
            "java.util.stream.Stream",
            "java.util.stream.IntStream",
            "java.util.stream.LongStream",
            "java.util.stream.DoubleStream",
            "java.util.stream.BaseStream");

    /** What makes a sequential stream. A stream from anywhere else might be parallel. */
    private static final Set<String> SEQUENTIAL_SOURCES =
            Set.of("java.util.Collection", "java.util.Arrays", "java.util.Optional", "dev.lockproof.Repository");

    private Pipelines() {}

    static boolean endsHere(Call stage, Code code) {
        return isStreamMethod(stage.executable()) && startsSequential(stage, code) && isConsumed(stage, code);
    }

    private static boolean startsSequential(Call stage, Code code) {
        Call call = stage;
        while (true) {
            String name = call.executable().getSimpleName().toString();
            if (name.equals("parallel") || name.equals("parallelStream")) {
                return false;
            }
            if (!isStreamMethod(call.executable())) {
                return name.equals("stream") && isSequentialSource(call.executable(), code);
            }
            if (call.executable().getModifiers().contains(Modifier.STATIC)) {
                return !name.equals("concat");
            }
            Call before = call.receiver() == null ? null : Call.at(call.receiver(), code);
            if (before == null) {
                return false;
            }
            call = before;
        }
    }

    private static boolean isSequentialSource(ExecutableElement source, Code code) {
        return isOwned(source, SEQUENTIAL_SOURCES)
                || code.overrides().of(source).stream().anyMatch(method -> isOwned(method, SEQUENTIAL_SOURCES));
    }

    /** Goes up the chain of calls: the last one must give something that is no stream, nor reads one later. */
    private static boolean isConsumed(Call stage, Code code) {
        TreePath path = stage.path();
        while (true) {
            TypeMirror type = code.type(path);
            if (type == null) {
                return false;
            }
            if (!isStream(type)) {
                return !path.getLeaf().toString().endsWith(".iterator()")
                        && !path.getLeaf().toString().endsWith(".spliterator()");
            }
            TreePath select = Paths.outside(path).getParentPath();
            if (!(select.getLeaf() instanceof MemberSelectTree)
                    || !(Paths.parent(select) instanceof MethodInvocationTree)) {
                return false;
            }
            path = select.getParentPath();
            Call next = Call.at(path, code);
            if (next == null
                    || !isStreamMethod(next.executable())
                    || next.executable().getSimpleName().contentEquals("parallel")) {
                return false;
            }
        }
    }

    private static boolean isStreamMethod(ExecutableElement executable) {
        return isOwned(executable, STREAMS);
    }

    private static boolean isStream(TypeMirror type) {
        return type instanceof DeclaredType declared
                && STREAMS.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }

    private static boolean isOwned(ExecutableElement executable, Set<String> owners) {
        return executable.getEnclosingElement() instanceof TypeElement owner
                && owners.contains(owner.getQualifiedName().toString());
    }
}
