package dev.lockproof.checker;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.lockproof.checker.Faults.Fault;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, statement by statement, whether the type arguments that are inferred may stand for new entities.
 *
 * <p>{@code names.map(Account::new).forEach(accounts::save)} is right only if they do, and
 * {@code List<Account> list = names.map(Account::new).toList()} only if they don't. So a statement in which something
 * doesn't fit is looked at once more the other way, and then together with the {@code var}s that it uses.
 *
 * <p>Whatever is chosen is sound, as long as everything is checked by the same choices. So a class in which one was
 * made is visited anew, until no more is made: only what the last visit finds counts.
 */
final class TypeArgumentChoices {

    private final LockproofAnnotatedTypeFactory factory;
    private final ForgetfulCode forgetful;
    private final Faults faults;

    TypeArgumentChoices(LockproofAnnotatedTypeFactory factory, Faults faults) {
        this.factory = factory;
        this.forgetful = factory.forgetful();
        this.faults = faults;
    }

    /** Visits a class until it is settled how to look at each of its statements. */
    void settle(Runnable visitClass) {
        if (!forgetful.isEmpty()) {
            reset(List.of());
        }
        List<Fault> found;
        int choices;
        do {
            choices = forgetful.size();
            factory.chosenFunctions().clear();
            found = faults.during(visitClass);
        } while (forgetful.size() > choices);
        faults.addAll(found);
    }

    /**
     * Tells whether a tree is the smallest piece of code for which a choice is made: it has expressions, and no statements outside
     * of functions.
     */
    static boolean isMadeFor(Tree tree, @Nullable TreePath parent) {
        if (tree instanceof ExpressionTree) {
            return parent != null && parent.getLeaf() instanceof StatementTree around && !isSimple(around);
        }
        return tree instanceof StatementTree statement && isSimple(statement);
    }

    private static boolean isSimple(StatementTree statement) {
        return statement instanceof VariableTree
                || statement instanceof ExpressionStatementTree
                || statement instanceof ReturnTree
                || statement instanceof YieldTree
                || statement instanceof ThrowTree
                || statement instanceof AssertTree;
    }

    /**
     * Visits a statement as fits it best.
     *
     * @param around the path of what is around it
     */
    void choose(Tree statement, @Nullable TreePath around, Runnable visit) {
        List<Fault> found = faults.during(visit);
        if (!found.isEmpty() && factory.infersNew()) {
            boolean isForgetful = forgetful.contains(around);
            if (!isForgetful) {
                found = fewer(found, Set.of(statement), visit);
            }
            Set<Tree> variables = variablesOf(statement);
            if (!found.isEmpty() && !variables.isEmpty()) {
                if (!isForgetful) {
                    variables.add(statement);
                }
                found = fewer(found, variables, visit);
            }
        }
        faults.addAll(found);
    }

    private List<Fault> fewer(List<Fault> found, Set<Tree> code, Runnable visit) {
        List<Tree> before = forgetful.copy();
        if (!forgetful.addAll(code)) {
            return found;
        }
        IdentityHashMap<Tree, AnnotatedDeclaredType> targets =
                factory.chosenFunctions().copy();
        factory.forgetAnswers();
        List<Fault> otherwise = faults.during(visit);
        if (otherwise.size() < found.size()) {
            return otherwise;
        }
        reset(before);
        factory.chosenFunctions().reset(targets);
        return found;
    }

    private void reset(List<Tree> before) {
        forgetful.reset(before);
        factory.forgetAnswers();
    }

    /** Gives what the {@code var}s in a statement are made from, whose type arguments are theirs, unless that is forgetful. */
    private Set<Tree> variablesOf(Tree statement) {
        Set<Tree> code = new LinkedHashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
                if (factory.declarationFromElement(TreeUtils.elementFromUse(name)) instanceof VariableTree variable
                        && TreeUtils.isVariableTreeDeclaredUsingVar(variable)) {
                    Tree origin = origin(variable);
                    if (!forgetful.contains(factory.getPath(origin)) && code.add(origin)) {
                        scan(origin, null);
                    }
                }
                return null;
            }
        }.scan(statement, null);
        return code;
    }

    private Tree origin(VariableTree variable) {
        TreePath path = factory.getPath(variable);
        return path != null && path.getParentPath().getLeaf() instanceof EnhancedForLoopTree loop
                ? loop.getExpression()
                : variable;
    }
}
