package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one compilation.
 *
 * <p>There is one instance per compilation, however it is reached, and it checks each class once: the javac plugin and
 * the Checker Framework layer both call {@link #check} for every class that they see, and whoever comes first does the
 * work. Nothing is reported twice, and nothing is missed when one of them doesn't run.
 *
 * <p>Not thread-safe, like the compiler that it serves.
 */
public final class Rules {

    /** Keyed on what the compiler makes once per compilation. The values are held by the compilation itself. */
    private static final Map<Elements, WeakReference<Rules>> RUNNING = new WeakHashMap<>();

    private final Trees trees;
    private final JavacTask task;
    private final Overrides overrides;
    private final Reporter reporter;
    private final Stubs stubs;
    private final Versions versions;
    private final GeneratedCode generated;
    private final GeneratedTypes generatedTypes;
    private final Unchecked unchecked;
    private final Set<TypeElement> checked = new HashSet<>();
    private Facts facts;
    private Relevance relevance;
    private boolean on = true;
    private boolean handedOver;
    private boolean versionsReported;
    private @Nullable Code last;

    private Rules(JavacTask task) {
        this.task = task;
        this.trees = Trees.instance(task);
        this.overrides = new Overrides(task.getElements());
        this.stubs = Stubs.load(Rules.class.getClassLoader());
        this.versions = Versions.of(Rules.class.getClassLoader());
        this.facts = new DeclaredFacts(task.getElements(), overrides, stubs);
        this.relevance = new Relevance(trees, facts);
        this.generated = new GeneratedCode(task.getElements(), task.getTypes());
        this.generatedTypes = new GeneratedTypes(trees, task.getElements());
        this.reporter = new Reporter(trees);
        this.unchecked = new Unchecked(trees);
    }

    /**
     * Gives the rules of a compilation.
     *
     * @param task the compilation
     * @return its one instance
     */
    public static synchronized Rules of(JavacTask task) {
        return running(task.getElements()).orElseGet(() -> {
            Rules rules = new Rules(task);
            RUNNING.put(task.getElements(), new WeakReference<>(rules));
            task.addTaskListener(new Holder(rules));
            return rules;
        });
    }

    /** Keeps the rules, and what they were told, while the compiler goes on, also when nobody else does. */
    private record Holder(Rules rules) implements TaskListener {}

    /**
     * Takes the facts from someone who knows more than the public API shows. Call it before the first class is checked.
     *
     * @param facts the facts to use from now on
     */
    public void useFacts(Facts facts) {
        this.facts = facts;
        this.relevance = new Relevance(trees, facts);
        this.last = null;
    }

    /**
     * Gives the facts in use, for a checker to build on.
     *
     * @return by default, what annotations and stub files say
     */
    public Facts facts() {
        return facts;
    }

    /**
     * Makes the plugin stand aside: from now on somebody else calls {@link #check}, at the moment that suits him. The
     * Checker Framework needs it, because it takes errors that come between its classes for the compiler's own.
     *
     * @param covered rules that the caller checks by itself, knowing more: they are left to it
     */
    public void handOver(Rule... covered) {
        handedOver = true;
        reporter.leaveToOthers(Arrays.asList(covered));
    }

    /**
     * Gives what tells of our own faults.
     *
     * @return the one of this compilation
     */
    public Unchecked unchecked() {
        return unchecked;
    }

    /** Checks a class for the plugin, unless somebody else does that. */
    void checkForPlugin(TreePath topLevelClass) {
        if (!handedOver) {
            check(topLevelClass);
        }
    }

    /**
     * Reads a stub file of the user's own, besides those on the processor path. Call it before the first class is
     * checked.
     *
     * @param file the file; if there is something wrong with it, that is reported at the first class
     */
    void addStubs(Path file) {
        stubs.read(file);
    }

    Versions versions() {
        return versions;
    }

    /**
     * Turns a lint on, if there is such a one.
     *
     * @param lint its name, such as {@code wait}
     */
    void turnOn(String lint) {
        Rule.lint(lint).ifPresent(reporter::turnOn);
    }

    /** Turns the rules off for this compilation. */
    public void turnOff() {
        on = false;
    }

    /**
     * Checks a class after javac has attributed it. Does nothing if it has already been checked, if it has nothing to
     * do with locks, or if the rules are off.
     *
     * @param topLevelClass the path of a top-level class
     */
    public void check(TreePath topLevelClass) {
        if (on && trees.getElement(topLevelClass) instanceof TypeElement type && checked.add(type)) {
            unchecked.guarded(topLevelClass, () -> check(type, topLevelClass));
        }
    }

    private void check(TypeElement type, TreePath path) {
        reportVersions(path);
        reportStubs(path);
        if (relevance.matters(path) && !generated.isTrusted(type)) {
            new Walker(code(path), reporter).scan(path, null);
            new Suppressions(trees).scan(path, null);
        }
    }

    /**
     * Tells, after a quick look, whether the rules can find anything in a class. If they can't, {@link #check} would do
     * nothing either, and need not be called.
     *
     * @param topLevelClass the path of a top-level class
     * @return whether it has to do with locks; false if the rules are off
     */
    public boolean canMatter(TreePath topLevelClass) {
        return on && relevance.matters(topLevelClass);
    }

    /**
     * Tells whether a class is part of the library or was generated, so that it is trusted and not checked.
     *
     * @param type a top-level class
     * @return whether it may do what users may not
     */
    public boolean isTrusted(TypeElement type) {
        return generated.isTrusted(type);
    }

    /**
     * Tells whether a use of a local variable stands in a lambda, method reference or class that may run later, when a
     * lock that the variable stands for is released.
     *
     * @param use the path of an identifier
     * @param local the local variable or parameter that it names
     * @return whether the value is kept by code that may run later
     */
    public boolean isCaptured(TreePath use, VariableElement local) {
        return CaptureRules.isCaptured(use, local, codeAround(use));
    }

    /**
     * Tells whether a lock is released between a place inside of an expression and the expression's value, such as by a
     * {@code try} around a {@code yield}.
     *
     * @param inside the path of the place
     * @param expression the path of the expression around it
     * @return whether what is locked there may not be locked any more
     */
    public boolean isReleasedBetween(TreePath inside, TreePath expression) {
        Scopes scopes = new Scopes(codeAround(expression));
        return scopes.depth(inside) > scopes.depth(expression);
    }

    private Code codeAround(TreePath place) {
        TreePath topLevelClass = place;
        while (topLevelClass.getParentPath().getParentPath() != null) {
            topLevelClass = topLevelClass.getParentPath();
        }
        return code(topLevelClass);
    }

    /**
     * Shows the methods that a class inherits from one supertype to implement those of another: nothing but the class
     * itself brings them together.
     *
     * @param type a class
     * @param pairs takes what is inherited, and what that implements
     */
    public void forEachInherited(TypeElement type, BiConsumer<ExecutableElement, ExecutableElement> pairs) {
        overrides.inheritedBy(type).forEach(pair -> pairs.accept(pair.method(), pair.implemented()));
    }

    /** Sees to it that the entities of a class, which is one or has nested ones, have what belongs to them. */
    void checkGenerated(TreePath topLevelClass) {
        if (on && topLevelClass.getLeaf() instanceof ClassTree tree) {
            unchecked.guarded(topLevelClass, () -> generatedTypes.check(tree, topLevelClass.getCompilationUnit()));
        }
    }

    /**
     * Takes down that the processor of entities runs in a compilation, so that nobody need miss what it generates.
     *
     * @param elements of the compilation
     */
    public static void processorRuns(Elements elements) {
        running(elements).ifPresent(rules -> rules.generatedTypes.processorRuns());
    }

    /**
     * Gives the rules of a compilation in which the plugin runs, so not in other compilers. A build tool may have wrapped
     * what its processors see of the compiler, but not this.
     */
    static synchronized Optional<Rules> running(Elements elements) {
        return Optional.ofNullable(RUNNING.get(elements)).map(WeakReference::get);
    }

    private Code code(TreePath topLevelClass) {
        Code code = last;
        if (code == null || !code.isOf(topLevelClass)) {
            code = new Code(topLevelClass, trees, task.getElements(), task.getTypes(), facts, overrides);
            last = code;
        }
        return code;
    }

    /** Once, at whatever is checked first. */
    private void reportVersions(TreePath place) {
        if (!versionsReported) {
            versionsReported = true;
            versions.problem()
                    .ifPresent(text -> trees.printMessage(
                            Diagnostic.Kind.ERROR, text, place.getLeaf(), place.getCompilationUnit()));
        }
    }

    /** No message can be given before there is a place to give it at. */
    private void reportStubs(TreePath place) {
        for (String problem : stubs.problems()) {
            trees.printMessage(
                    Diagnostic.Kind.ERROR,
                    "[stub.line] " + problem + "\nA line is 'inline', 'acquires' or 'waits' and a method,"
                            + " pack.Type#method, or 'entry' and an annotation, pack.Type.\nSee docs/errors/stub.line.md",
                    place.getLeaf(),
                    place.getCompilationUnit());
        }
        stubs.problems().clear();
    }
}
