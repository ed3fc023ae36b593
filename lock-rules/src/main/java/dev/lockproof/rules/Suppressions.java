package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Warns of a {@code @SuppressWarnings("lockproof:…")} that suppresses nothing, because no rule has that id. */
final class Suppressions extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private static final String PREFIX = "lockproof:";

    /** Of the layer above: they can be suppressed in a build that has no checker, too. */
    static final Set<String> QUALIFIER_RULES = Set.of(
            "save.not.writable",
            "argument.not.locked",
            "assignment.not.locked",
            "return.not.locked",
            "type.argument.not.locked",
            "methodref.not.locked",
            "override.locked.parameter",
            "override.locked.return");

    private final Trees trees;

    Suppressions(Trees trees) {
        this.trees = trees;
    }

    /** Lists what can be suppressed. */
    static Set<String> ids() {
        Set<String> ids = new TreeSet<>(QUALIFIER_RULES);
        Arrays.stream(Rule.values()).map(Rule::id).forEach(ids::add);
        return ids;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
        look(tree);
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
        look(tree);
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
        look(tree);
        return super.visitVariable(tree, null);
    }

    private void look(Tree tree) {
        Element element = trees.getElement(getCurrentPath());
        SuppressWarnings suppressed = element == null ? null : element.getAnnotation(SuppressWarnings.class);
        if (suppressed != null) {
            Stream.of(suppressed.value())
                    .filter(key -> key.equals("lockproof") || key.startsWith(PREFIX))
                    .map(key -> key.equals("lockproof") ? "" : key.substring(PREFIX.length()))
                    .filter(id -> !ids().contains(id))
                    .forEach(id -> warn(id, tree));
        }
    }

    private void warn(String id, Tree tree) {
        String text = id.isEmpty()
                ? "@SuppressWarnings(\"lockproof\") suppresses nothing: name one rule, as in \"lockproof:nested.acquire\"."
                : "@SuppressWarnings(\"" + PREFIX + id + "\") suppresses nothing: there is no rule '" + id + "'."
                        + Similar.question(id, ids());
        trees.printMessage(
                Diagnostic.Kind.WARNING,
                "[suppression.unknown] " + text + "\nSee docs/errors/suppression.unknown.md",
                tree,
                getCurrentPath().getCompilationUnit());
    }
}
