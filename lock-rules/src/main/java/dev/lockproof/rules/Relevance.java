package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The cheap first pass: tells whether a class can matter at all. It does if it names, calls or inherits something that
 * has to do with locks. What the JDK's stub file says counts for nothing here, so foreign code is left alone.
 */
final class Relevance {

    private final Trees trees;
    private final Facts facts;
    private final Containers containers;
    private final Map<Element, Boolean> elements = new HashMap<>();
    private final Map<TypeElement, Boolean> inherited = new HashMap<>();

    Relevance(Trees trees, Facts facts) {
        this.trees = trees;
        this.facts = facts;
        this.containers = new Containers(facts);
    }

    boolean matters(TreePath topLevelClass) {
        Search search = new Search(topLevelClass);
        search.scan(topLevelClass.getLeaf(), null);
        return search.found;
    }

    private boolean matters(@Nullable Element element) {
        if (element == null) {
            return false;
        }
        Boolean known = elements.get(element);
        if (known == null) {
            known = isAboutLocks(element);
            elements.put(element, known);
        }
        return known;
    }

    private boolean isAboutLocks(Element element) {
        if (element instanceof TypeElement type) {
            return type.getQualifiedName().toString().startsWith(Annotations.PACKAGE) || facts.isProof(type.asType());
        }
        if (element instanceof VariableElement variable) {
            return isProofOrKeeps(variable.asType()) || facts.isLocked(variable);
        }
        if (element instanceof ExecutableElement executable) {
            return isAboutLocks(executable);
        }
        return false;
    }

    private boolean isAboutLocks(ExecutableElement executable) {
        TypeElement owner = Members.owner(executable);
        String name = owner.getQualifiedName().toString();
        if (name.startsWith("java.")) {
            return false;
        }
        return name.equals(CloseRules.GRANT)
                || facts.acquires(executable)
                || facts.returnsLocked(executable)
                || isProofOrKeeps(executable.getReturnType())
                || executable.getParameters().stream()
                        .anyMatch(parameter ->
                                matters(parameter) || Annotations.isPresent(parameter, Annotations.RUNS_INLINE));
    }

    private boolean isProofOrKeeps(TypeMirror type) {
        return !type.getKind().isPrimitive() && (facts.isProof(type) || containers.keeps(type));
    }

    private boolean inherits(TypeElement type) {
        for (TypeElement supertype : Overrides.supertypes(type)) {
            Boolean known = inherited.get(supertype);
            if (known == null) {
                known = supertype.getEnclosedElements().stream()
                        .anyMatch(member -> member instanceof ExecutableElement && matters(member));
                inherited.put(supertype, known);
            }
            if (known) {
                return true;
            }
        }
        return false;
    }

    private final class Search extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final TreePath root;
        private boolean found;

        Search(TreePath root) {
            this.root = root;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void none) {
            return found ? null : super.scan(tree, null);
        }

        /** The compiler finds a tree's element without the path to it. */
        private @Nullable Element element(Tree tree) {
            return trees.getElement(new TreePath(root, tree));
        }

        private void look(Tree tree) {
            found |= matters(element(tree));
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
            if (element(tree) instanceof TypeElement type) {
                found |= inherits(type);
            }
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
            look(tree);
            return super.visitVariable(tree, null);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
            look(tree);
            return super.visitIdentifier(tree, null);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
            look(tree);
            return super.visitMemberSelect(tree, null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
            look(tree);
            return super.visitMemberReference(tree, null);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
            look(tree);
            return super.visitNewClass(tree, null);
        }
    }
}
