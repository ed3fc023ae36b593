package dev.lockproof.checker;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * The cheap first pass: tells whether a class has anything to do with entities or qualifiers, so that all other code
 * costs next to nothing. It asks nothing of the framework, which need not be running.
 *
 * <p>A class matters if an entity or a proof is in the type of one of its expressions or variables, if a qualifier is
 * written in it, or if it calls, implements or inherits a method that has one. Where none of this is so, nothing is known of any value, and
 * nothing is asked.
 *
 * <p>It looks at the types that javac found and not at names, because code need not name what it uses: the type of a
 * {@code var}, of a lambda's parameter, of what a call gives or a method inherits from a generic class gives, and the
 * bound of a type variable count like any other. So does a method reference, whose types are those of its function.
 */
final class Relevance {

    /** A type variable can be bounded by itself: {@code T extends Comparable<T>}. */
    private static final int DEEPEST = 6;

    private final Trees trees;
    private final EntityTypes entities;
    private final QualifiedDeclarations declarations;

    Relevance(Trees trees, EntityTypes entities, QualifiedDeclarations declarations) {
        this.trees = trees;
        this.entities = entities;
        this.declarations = declarations;
    }

    boolean matters(TreePath topLevelClass) {
        return new ClassSearch(topLevelClass).succeeds();
    }

    /** Tells whether an entity or a proof is anywhere in a type. */
    boolean matters(TypeMirror type) {
        return matters(type, 0);
    }

    /** Tells whether a value of a type may be or hold an entity itself, or a proof is anywhere in the type. */
    boolean isValue(TypeMirror type) {
        return isValue(type, 0);
    }

    private boolean isValue(@Nullable TypeMirror type, int depth) {
        if (type == null || depth == DEEPEST || type.getKind().isPrimitive()) {
            return false;
        }
        return switch (type.getKind()) {
            case DECLARED -> entities.isRelevant(type) || hasProof((DeclaredType) type, depth);
            case ARRAY -> isValue(((ArrayType) type).getComponentType(), depth);
            case TYPEVAR -> isValue(((TypeVariable) type).getUpperBound(), depth + 1);
            case INTERSECTION ->
                ((IntersectionType) type).getBounds().stream().anyMatch(bound -> isValue(bound, depth));
            default -> false;
        };
    }

    private boolean hasProof(DeclaredType type, int depth) {
        for (TypeMirror argument : type.getTypeArguments()) {
            TypeMirror bound = argument instanceof WildcardType wildcard
                    ? (wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard.getSuperBound())
                    : argument;
            if (bound != null
                    && !bound.getKind().isPrimitive()
                    && depth < DEEPEST
                    && (entities.isProof(bound)
                            || (bound instanceof DeclaredType declared && hasProof(declared, depth + 1)))) {
                return true;
            }
        }
        return false;
    }

    private boolean matters(@Nullable TypeMirror type, int depth) {
        if (type == null || depth == DEEPEST || type.getKind().isPrimitive()) {
            return false;
        }
        return switch (type.getKind()) {
            case DECLARED -> {
                DeclaredType declared = (DeclaredType) type;
                yield entities.isRelevant(declared)
                        || anyMatters(declared.getTypeArguments(), depth + 1)
                        || matters(declared.getEnclosingType(), depth);
            }
            case ARRAY -> matters(((ArrayType) type).getComponentType(), depth);
            case TYPEVAR -> matters(((TypeVariable) type).getUpperBound(), depth + 1);
            case INTERSECTION -> anyMatters(((IntersectionType) type).getBounds(), depth);
            case WILDCARD -> {
                WildcardType wildcard = (WildcardType) type;
                yield matters(wildcard.getExtendsBound(), depth) || matters(wildcard.getSuperBound(), depth);
            }
            default -> false;
        };
    }

    private boolean anyMatters(Iterable<? extends TypeMirror> types, int depth) {
        for (TypeMirror type : types) {
            if (matters(type, depth)) {
                return true;
            }
        }
        return false;
    }

    private final class ClassSearch extends Search {

        ClassSearch(TreePath topLevelClass) {
            super(topLevelClass);
        }

        @Override
        boolean isFoundIn(ExpressionTree expression) {
            return matters(trees.getTypeMirror(here(expression)), 0);
        }

        private void lookAtCalled(Tree tree) {
            endIf(trees.getElement(here(tree)) instanceof ExecutableElement method && declarations.isQualified(method));
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            endIf(trees.getElement(here(tree)) instanceof TypeElement type && declarations.inherits(type));
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
            lookAtFunction(lambda);
            return super.visitLambdaExpression(lambda, null);
        }

        private void lookAtFunction(Tree function) {
            endIf(trees.getTypeMirror(here(function)) instanceof DeclaredType type
                    && declarations.hasQualifiedMethod((TypeElement) type.asElement()));
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            Element element = trees.getElement(here(variable));
            endIf(element != null && matters(element.asType(), 0));
            return super.visitVariable(variable, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            lookAtCalled(call);
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree creation, @Nullable Void unused) {
            lookAtCalled(creation);
            return super.visitNewClass(creation, null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
            lookAtCalled(reference);
            lookAtFunction(reference);
            return super.visitMemberReference(reference, null);
        }
    }
}
