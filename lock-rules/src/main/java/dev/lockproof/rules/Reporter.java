package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Hands messages to the compiler, except those that a {@code @SuppressWarnings} around the place asks to be spared. */
final class Reporter {

    private final Trees trees;
    private final Set<Rule> leftToOthers = EnumSet.noneOf(Rule.class);
    private final Set<Rule> lints = EnumSet.noneOf(Rule.class);
    private final Set<Place> reported = new HashSet<>();

    Reporter(Trees trees) {
        this.trees = trees;
    }

    /** Keeps silent about rules that somebody else checks. */
    void leaveToOthers(Collection<Rule> rules) {
        leftToOthers.addAll(rules);
    }

    /** Turns a lint on. */
    void turnOn(Rule lint) {
        lints.add(lint);
    }

    boolean isOn(Rule rule) {
        return !rule.isLint() || lints.contains(rule);
    }

    /** Reports at a tree, unless that rule has already spoken there, is suppressed, or is left to somebody else. */
    void report(Message message, TreePath where) {
        if (isOn(message.rule())
                && !leftToOthers.contains(message.rule())
                && !isSuppressed(message.rule(), where)
                && reported.add(place(message.rule(), where))) {
            Diagnostic.Kind kind = message.rule().isLint() ? Diagnostic.Kind.WARNING : Diagnostic.Kind.ERROR;
            trees.printMessage(kind, message.text(), where.getLeaf(), where.getCompilationUnit());
        }
    }

    private Place place(Rule rule, TreePath where) {
        CompilationUnitTree unit = where.getCompilationUnit();
        return new Place(rule, unit, trees.getSourcePositions().getStartPosition(unit, where.getLeaf()));
    }

    /** Tells whether a declaration around a tree, or the tree itself, suppresses a rule. */
    boolean isSuppressed(Rule rule, TreePath where) {
        for (TreePath path = where; path != null; path = path.getParentPath()) {
            Tree tree = path.getLeaf();
            if ((tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree)
                    && suppresses(trees.getElement(path), rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean suppresses(@Nullable Element element, Rule rule) {
        SuppressWarnings suppressed = element == null ? null : element.getAnnotation(SuppressWarnings.class);
        return suppressed != null && Arrays.asList(suppressed.value()).contains(rule.suppressionKey());
    }

    private record Place(Rule rule, CompilationUnitTree unit, long position) {}
}
