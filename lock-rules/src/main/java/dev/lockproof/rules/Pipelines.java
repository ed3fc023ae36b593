package dev.lockproof.rules;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a stream that is made, transformed and consumed in one expression, on one thread: its stages run inline,
 * though each by itself is lazy. It may have a name in between that is used for nothing else.
 */
final class Pipelines {

    private static final String STREAM = "java.util.stream.BaseStream";

    private static final Set<String> STREAMS = Set.of(
            "java.util.stream.Stream",
            "java.util.stream.IntStream",
            "java.util.stream.LongStream",
            "java.util.stream.DoubleStream",
            STREAM);

    /** What these give, or take, runs after the pipeline: when the iterator is read, or the stream is closed. */
    private static final Set<String> READERS = Set.of("iterator", "spliterator");

    private static final String ON_CLOSE = "onClose";

    private static final Set<String> STREAM_SUPPORT = Set.of("java.util.stream.StreamSupport");

    private Pipelines() {}

    static boolean endsHere(Call stage, Code code) {
        return isStreamMethod(stage.executable())
                && !stage.executable().getSimpleName().contentEquals(ON_CLOSE)
                && startsSequential(stage, code)
                && isConsumed(stage, code);
    }

    /** Tells whether a stage is given the later ones to run: any other returns before they do. */
    static boolean runsLaterStages(Call stage) {
        return isStreamMethod(stage.executable())
                && stage.executable().getSimpleName().toString().startsWith("mapMulti");
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
            Call before = call.receiver() == null ? null : madeBy(call.receiver(), code);
            if (before == null) {
                return false;
            }
            call = before;
        }
    }

    /** What has to be closed has a name: {@code try (var found = accounts.stream(query)) { found.forEach(…); }}. */
    private static @Nullable Call madeBy(TreePath stream, Code code) {
        TreePath path = Paths.inside(stream);
        if (code.element(path) instanceof VariableElement variable) {
            TreePath named = code.variables().named(variable);
            return named == null ? null : Call.at(named, code);
        }
        return Call.at(path, code);
    }

    /** The JDK makes parallel streams only where it says so. A stream from anywhere else might be one. */
    private static boolean isSequentialSource(ExecutableElement source, Code code) {
        String name = source.getSimpleName().toString();
        if (name.equals("parallelStream") || name.equals("concat") || isOwned(source, STREAM_SUPPORT)) {
            return false;
        }
        List<ExecutableElement> overridden = code.overrides().of(source);
        return isTrusted(source)
                || (overridden.stream().anyMatch(Pipelines::isTrusted)
                        // A stage of a stream of somebody's own, which was there before.
                        && overridden.stream().noneMatch(Pipelines::isStreamMethod));
    }

    /** What gives a stream by its type makes it. Where the type is a variable, as in a supplier, it was there before. */
    private static boolean isTrusted(ExecutableElement source) {
        String owner = Members.owner(source).getQualifiedName().toString();
        return source.getReturnType() instanceof DeclaredType
                && (owner.startsWith("java.") || owner.equals("dev.lockproof.Repository"));
    }

    /** Goes up the chain of calls: the last one must give something that is no stream, nor reads one later. */
    private static boolean isConsumed(Call stage, Code code) {
        Call call = stage;
        while (true) {
            TypeMirror type = code.type(call.path());
            if (type == null) {
                return false;
            }
            if (!isStream(type, code)) {
                return !READERS.contains(call.executable().getSimpleName().toString());
            }
            TreePath select = Paths.outside(call.path()).getParentPath();
            if (!(select.getLeaf() instanceof MemberSelectTree)
                    || !(Paths.parent(select) instanceof MethodInvocationTree)) {
                return false;
            }
            call = Call.at(select.getParentPath(), code);
            if (call == null
                    || !isStreamMethod(call.executable())
                    || call.executable().getSimpleName().contentEquals("parallel")) {
                return false;
            }
        }
    }

    /** Tells whether a method is one of the JDK's streams. */
    static boolean isStreamMethod(ExecutableElement executable) {
        return isOwned(executable, STREAMS);
    }

    private static boolean isStream(TypeMirror type, Code code) {
        TypeElement stream = code.elements().getTypeElement(STREAM);
        return stream != null && code.types().isSubtype(type, code.types().erasure(stream.asType()));
    }

    private static boolean isOwned(ExecutableElement executable, Set<String> owners) {
        return executable.getEnclosingElement() instanceof TypeElement owner
                && owners.contains(owner.getQualifiedName().toString());
    }
}
