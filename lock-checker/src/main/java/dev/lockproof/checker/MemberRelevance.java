package dev.lockproof.checker;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The second pass: tells which members of a class that matters have anything to check. In code that locks, that spares
 * the framework the accessors of entities and what only names an entity in a type argument, such as
 * {@code static final Field<Account, Long> BALANCE = Field.of(…)}.
 *
 * <p>A member is left out if all of this holds, anywhere in it, nested functions and classes included:
 *
 * <ul>
 *   <li>no expression or variable is an entity or a proof, or an array or type variable of one, and no type argument is a
 *       proof;
 *   <li>no qualifier is written in it, nor in the declaration of a variable, method or class that it uses, nor in what
 *       such a class extends;
 *   <li>no function is of an interface whose method has a qualifier, and no method reference has an entity in its type;
 *   <li>if it is a method: no entity is in its signature, and none of the methods that it could override has a qualifier.
 * </ul>
 *
 * <p>That is sound. A qualifier comes from a value, {@code new} or a proof, or is written somewhere. It gets into the
 * type argument of an expression from the type of another one, or from a declaration. So without any of the above, each
 * value is one of which nothing is known, each type argument is of such, and no place asks for more.
 */
final class MemberRelevance {

    private final Trees trees;
    private final Relevance types;
    private final QualifiedDeclarations declarations;

    MemberRelevance(Trees trees, Relevance types, QualifiedDeclarations declarations) {
        this.trees = trees;
        this.types = types;
        this.declarations = declarations;
    }

    /** Tells whether a method or a field has anything to check. */
    boolean matters(TreePath member) {
        Element element = trees.getElement(member);
        if (element == null || isAsked(element)) {
            return true;
        }
        return new MemberSearch(member).succeeds();
    }

    private boolean isAsked(Element element) {
        if (!(element instanceof ExecutableElement method)) {
            return false;
        }
        return types.matters(method.getReturnType())
                || method.getParameters().stream().anyMatch(parameter -> types.matters(parameter.asType()))
                || declarations.inherits(EntityTypes.owner(method));
    }

    private final class MemberSearch extends Search {

        MemberSearch(TreePath member) {
            super(member);
        }

        @Override
        boolean isFoundIn(ExpressionTree expression) {
            TreePath path = here(expression);
            Element used = trees.getElement(path);
            // The name of a class is no value of it.
            return used instanceof TypeElement type
                    ? declarations.isQualified(type)
                    : isValue(trees.getTypeMirror(path)) || (used != null && declarations.isQualified(used));
        }

        /** {@code this.balance} and {@code this.deposit(…)} ask nothing of the object, unless the member does. */
        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void unused) {
            boolean ofThis = select.getExpression() instanceof IdentifierTree name
                    && name.getName().contentEquals("this");
            return ofThis ? null : super.visitMemberSelect(select, null);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            Element element = trees.getElement(here(variable));
            endIf(element == null || isValue(element.asType()));
            return super.visitVariable(variable, null);
        }

        /** A method of a local or anonymous class. */
        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            Element element = trees.getElement(here(method));
            endIf(element == null || isAsked(element));
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
            lookAtFunction(lambda);
            return super.visitLambdaExpression(lambda, null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
            lookAtFunction(reference);
            TypeMirror type = trees.getTypeMirror(here(reference));
            endIf(type != null && types.matters(type));
            return super.visitMemberReference(reference, null);
        }

        private void lookAtFunction(Tree function) {
            TypeMirror type = trees.getTypeMirror(here(function));
            endIf(!(type instanceof DeclaredType declared)
                    || declarations.hasQualifiedMethod((TypeElement) declared.asElement()));
        }

        private boolean isValue(@Nullable TypeMirror type) {
            return type != null
                    && (types.isValue(type)
                            || (type instanceof DeclaredType declared
                                    && declarations.isQualified((TypeElement) declared.asElement())));
        }
    }
}
