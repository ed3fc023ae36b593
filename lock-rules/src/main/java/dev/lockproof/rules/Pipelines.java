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

    private static final Set<String> STREAM_SUPPORT = Set.of("java.util.stream.StreamSupport");

    private Pipelines() {}

    static boolean endsHere(Call stage, Code code) {
        return isStreamMethod(stage.executable()) && startsSequential(stage, code) && isConsumed(stage, code);
    }

    private static boolean startsSequential(Call stage, Code code) {
        Call call = stage;
        while (true) {
            if (call.executable().getSimpleName().contentEquals("parallel")) {
                return false;
            }
            boolean isSource = !isStreamMethod(call.executable())
                    || call.executable().getModifiers().contains(Modifier.STATIC);
            if (isSource) {
                return isSequentialSource(call.executable(), code);
            }
            Call before = call.receiver() == null ? null : Call.at(call.receiver(), code);
            if (before == null) {
                return false;
            }
            call = before;
        }
    }

    /** The JDK makes parallel streams only where it says so. A stream from anywhere else might be one. */
    private static boolean isSequentialSource(ExecutableElement source, Code code) {
        String name = source.getSimpleName().toString();
        if (name.equals("parallelStream") || name.equals("concat") || isOwned(source, STREAM_SUPPORT)) {
            return false;
        }
        return isTrusted(source) || code.overrides().of(source).stream().anyMatch(Pipelines::isTrusted);
    }

    private static boolean isTrusted(ExecutableElement source) {
        String owner = Members.owner(source).getQualifiedName().toString();
        return owner.startsWith("java.") || owner.equals("dev.lockproof.Repository");
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
