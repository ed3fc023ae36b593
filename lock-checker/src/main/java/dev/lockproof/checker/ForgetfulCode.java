package dev.lockproof.checker;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The code of a class in which no type argument that is inferred stands for a new entity, because it fits better so: see
 * {@link TypeArgumentChoices}.
 */
final class ForgetfulCode {

    private final Set<Tree> trees = Collections.newSetFromMap(new IdentityHashMap<>());

    boolean isEmpty() {
        return trees.isEmpty();
    }

    int size() {
        return trees.size();
    }

    /** Tells whether an expression is in such code. */
    boolean contains(@Nullable TreePath expression) {
        for (TreePath path = expression; path != null; path = path.getParentPath()) {
            if (trees.contains(path.getLeaf())) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether anything is new to it. */
    boolean addAll(Collection<? extends Tree> more) {
        return trees.addAll(more);
    }

    List<Tree> copy() {
        return new ArrayList<>(trees);
    }

    void reset(Collection<? extends Tree> all) {
        trees.clear();
        trees.addAll(all);
    }
}
