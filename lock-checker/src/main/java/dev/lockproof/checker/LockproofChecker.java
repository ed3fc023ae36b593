package dev.lockproof.checker;

import com.sun.source.util.TreePath;
import dev.lockproof.rules.Rules;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.checkerframework.common.basetype.BaseTypeChecker;
import org.checkerframework.common.basetype.BaseTypeVisitor;
import org.checkerframework.framework.source.DiagMessage;
import org.jspecify.annotations.Nullable;

/**
 * Checks the qualifiers of entities: what is saved is new or locked, and what is {@code @Locked} is locked.
 *
 * <p>{@link CheckerPlugin} starts it. Every fault is reported in our own words, with the id of a page in
 * {@code docs/errors}; {@code @SuppressWarnings("lockproof:<id>")} suppresses one.
 */
public final class LockproofChecker extends BaseTypeChecker {

    /** Ten times the framework's default: entities are used all over a program, and their types are made from scratch. */
    private static final String TYPES_TO_KEEP = "3000";

    private static final Map<String, String> OPTIONS = Map.of("ignorejdkastub", "", "atfCacheSize", TYPES_TO_KEEP);

    private final Rules rules;
    private final QualifiedDeclarations declarations;
    private TreePath current;
    private boolean started;
    private boolean hasQualifiers;

    /**
     * Makes the checker of a compilation.
     *
     * @param first the path of the first class that it will check
     */
    LockproofChecker(Rules rules, QualifiedDeclarations declarations, TreePath first) {
        this.rules = rules;
        this.declarations = declarations;
        this.current = first;
    }

    QualifiedDeclarations declarations() {
        return declarations;
    }

    Rules rules() {
        return rules;
    }

    /**
     * Gives a class its turn.
     *
     * @param withQualifiers whether there are any to check: if not, only the rules are
     */
    void check(TypeElement type, TreePath path, boolean withQualifiers) {
        current = path;
        hasQualifiers = withQualifiers;
        typeProcess(type, path);
    }

    /** Tells whether the framework could be started. Where it couldn't, it leaves all classes out without a word. */
    boolean isStarted() {
        return getVisitor() != null;
    }

    boolean hasQualifiers() {
        return hasQualifiers;
    }

    /** The framework's own listener, which is told of no class to check, would start it once more. */
    @Override
    public void typeProcessingStart() {
        if (!started) {
            started = true;
            super.typeProcessingStart();
        }
    }

    @Override
    public void initChecker() {
        try {
            super.initChecker();
        } finally {
            messager = new BugReports(processingEnv.getMessager(), this::reportBug);
        }
    }

    private void reportBug(String cause) {
        if (isStarted()) {
            rules.unchecked().report(current, cause);
        } else {
            rules.unchecked().report(current, CheckerStart.QUALIFIERS, cause);
        }
    }

    /**
     * Gives options of ours, not the user's: those of the framework are for other checkers. One such as {@code skipDefs}
     * would leave classes unchecked without a word. The framework's annotated JDK isn't read, as it says nothing about
     * entities and takes long.
     */
    @Override
    public Map<String, String> getOptions() {
        return OPTIONS;
    }

    @Override
    protected BaseTypeVisitor<?> createSourceVisitor() {
        return new LockproofVisitor(this);
    }

    /** What the framework finds without asking our visitor first. */
    @Override
    public void reportError(@Nullable Object place, String key, @Nullable Object... arguments) {
        if (place != null && getVisitor() instanceof LockproofVisitor visitor) {
            visitor.mismatches().reportFromFramework(place, key, arguments);
        }
    }

    @Override
    public void report(@Nullable Object place, DiagMessage message) {
        if (message.getKind() == Diagnostic.Kind.ERROR) {
            reportError(place, message.getMessageKey(), Objects.requireNonNull(message.getArgs()));
        }
    }

    /** The framework's warnings are about style or about other type systems. Ours are errors. */
    @Override
    public void reportWarning(@Nullable Object place, String key, @Nullable Object... arguments) {}
}
