package dev.lockproof.checker;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.checkerframework.javacutil.ElementUtils;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/**
 * The cheap first pass: tells whether a class has anything to do with entities or qualifiers, so that all other code
 * costs next to nothing.
 *
 * <p>A class matters if an entity or a proof is in the type of one of its expressions or variables, if a qualifier is
 * written in it, or if it calls a method that has one. Where none of this is so, nothing is known of any value, and
 * nothing is asked.
 */
final class Relevance {

    /** No type argument that matters is nested deeper than this in code that a person wrote. */
    private static final int DEEPEST = 6;

    private final EntityTypes entities;
    private final Elements elements;
    private final Map<ExecutableElement, Boolean> methods = new HashMap<>();
    private final Map<TypeElement, Boolean> supertypes = new HashMap<>();

    Relevance(EntityTypes entities, Elements elements) {
        this.entities = entities;
        this.elements = elements;
    }

    boolean matters(ClassTree topLevelClass) {
        return Boolean.TRUE.equals(new Search().scan(topLevelClass, null));
    }

    private boolean matters(@Nullable TypeMirror type, int depth) {
        if (type instanceof ArrayType array) {
            return matters(array.getComponentType(), depth);
        }
        if (type instanceof WildcardType wildcard) {
            return matters(wildcard.getExtendsBound(), depth) || matters(wildcard.getSuperBound(), depth);
        }
        if (type == null || depth == DEEPEST || type.getKind().isPrimitive()) {
            return false;
        }
        return entities.isRelevant(type)
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(argument -> matters(argument, depth + 1)));
    }

    private boolean matters(@Nullable ExecutableElement method) {
        if (method == null) {
            return false;
        }
        Boolean known = methods.get(method);
        if (known == null) {
            boolean jdk =
                    EntityTypes.owner(method).getQualifiedName().toString().startsWith("java.");
            known = !jdk && JavacAccess.hasTypeAnnotation(method, WrittenQualifiers::isQualifier);
            methods.put(method, known);
        }
        return known;
    }

    /** What a class merely inherits can fail to keep what an interface promises. */
    private boolean inherits(TypeElement type) {
        return !type.getInterfaces().isEmpty()
                && ElementUtils.getSuperTypes(type, elements).stream()
                        .anyMatch(supertype -> supertypes.computeIfAbsent(supertype, this::declares));
    }

    private boolean declares(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(this::matters);
    }

    private final class Search extends TreeScanner<Boolean, @Nullable Void> {

        private boolean found;

        @Override
        public Boolean scan(@Nullable Tree tree, @Nullable Void unused) {
            if (!found && tree instanceof ExpressionTree) {
                found = matters(TreeUtils.typeOf(tree), 0);
            }
            if (!found) {
                super.scan(tree, null);
            }
            return found;
        }

        @Override
        public Boolean visitClass(ClassTree tree, @Nullable Void unused) {
            found |= inherits(TreeUtils.elementFromDeclaration(tree));
            return super.visitClass(tree, null);
        }

        @Override
        public Boolean visitAnnotation(AnnotationTree annotation, @Nullable Void unused) {
            found |= WrittenQualifiers.nameOf(annotation) != null || WrittenQualifiers.isStrongDefault(annotation);
            return found;
        }

        @Override
        public Boolean visitVariable(VariableTree variable, @Nullable Void unused) {
            found |= matters(TreeUtils.elementFromDeclaration(variable).asType(), 0);
            return super.visitVariable(variable, null);
        }

        @Override
        public Boolean visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            found |= matters(TreeUtils.elementFromUse(call));
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Boolean visitNewClass(NewClassTree creation, @Nullable Void unused) {
            found |= matters(TreeUtils.elementFromUse(creation));
            return super.visitNewClass(creation, null);
        }

        @Override
        public Boolean visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
            found |= matters(TreeUtils.elementFromUse(reference));
            return super.visitMemberReference(reference, null);
        }
    }
}
