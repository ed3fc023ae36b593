package dev.lockproof.checker;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.checkerframework.framework.type.AnnotatedTypeFactory;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/** Reads the type arguments that javac inferred for a call back from the call's type. */
final class JavacTypeArguments {

    Map<TypeVariable, AnnotatedTypeMirror> of(
            AnnotatedTypeFactory factory, ExpressionTree call, AnnotatedExecutableType method) {
        Map<TypeVariable, TypeMirror> found = new HashMap<>();
        ExecutableType declared = (ExecutableType) method.getElement().asType();
        ExecutableType used = typeFromUse(call);
        if (used != null) {
            matchAll(declared.getParameterTypes(), used.getParameterTypes(), found);
        }
        List<TypeVariable> variables = new ArrayList<>();
        method.getTypeVariables().forEach(variable -> variables.add(variable.getUnderlyingType()));
        if (call instanceof NewClassTree) {
            TypeElement made = EntityTypes.owner(method.getElement());
            made.getTypeParameters().forEach(parameter -> variables.add((TypeVariable) parameter.asType()));
            match(made.asType(), TreeUtils.typeOf(call), found);
        } else {
            match(declared.getReturnType(), TreeUtils.typeOf(call), found);
        }
        return annotated(factory, variables, found);
    }

    private static @Nullable ExecutableType typeFromUse(ExpressionTree call) {
        if (call instanceof MethodInvocationTree invocation) {
            return TreeUtils.typeFromUse(invocation);
        }
        return call instanceof NewClassTree creation ? TreeUtils.typeFromUse(creation) : null;
    }

    private static Map<TypeVariable, AnnotatedTypeMirror> annotated(
            AnnotatedTypeFactory factory, List<TypeVariable> variables, Map<TypeVariable, TypeMirror> found) {
        Map<TypeVariable, AnnotatedTypeMirror> arguments = new HashMap<>();
        for (TypeVariable variable : variables) {
            TypeMirror argument = found.get(variable);
            boolean unknown = argument == null || argument.getKind().isPrimitive();
            TypeMirror type =
                    unknown ? factory.getProcessingEnv().getTypeUtils().erasure(variable.getUpperBound()) : argument;
            AnnotatedTypeMirror annotated = AnnotatedTypeMirror.createType(type, factory, false);
            factory.addDefaultAnnotations(annotated);
            arguments.put(variable, annotated);
        }
        return arguments;
    }

    private static void matchAll(
            List<? extends TypeMirror> declared, List<? extends TypeMirror> used, Map<TypeVariable, TypeMirror> found) {
        Iterator<? extends TypeMirror> uses = used.iterator();
        for (TypeMirror one : declared) {
            if (uses.hasNext()) {
                match(one, uses.next(), found);
            }
        }
    }

    private static void match(
            @Nullable TypeMirror declared, @Nullable TypeMirror used, Map<TypeVariable, TypeMirror> found) {
        if (declared == null || used == null) {
            return;
        }
        if (declared instanceof TypeVariable variable) {
            found.putIfAbsent(variable, used);
        } else if (declared instanceof ArrayType array && used instanceof ArrayType usedArray) {
            match(array.getComponentType(), usedArray.getComponentType(), found);
        } else if (declared instanceof WildcardType wildcard && used instanceof WildcardType usedWildcard) {
            match(wildcard.getExtendsBound(), usedWildcard.getExtendsBound(), found);
            match(wildcard.getSuperBound(), usedWildcard.getSuperBound(), found);
        } else if (declared instanceof DeclaredType type
                && used instanceof DeclaredType usedType
                && type.asElement().equals(usedType.asElement())) {
            matchAll(type.getTypeArguments(), usedType.getTypeArguments(), found);
        }
    }
}
