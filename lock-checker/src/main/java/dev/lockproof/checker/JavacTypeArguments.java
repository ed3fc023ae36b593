package dev.lockproof.checker;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.checkerframework.framework.type.AnnotatedTypeFactory;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedTypeVariable;
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
        TypeMirror declaredResult = call instanceof NewClassTree
                ? EntityTypes.owner(method.getElement()).asType()
                : declared.getReturnType();
        match(declaredResult, TreeUtils.typeOf(call), found);
        return annotated(factory, method, found);
    }

    private static @Nullable ExecutableType typeFromUse(ExpressionTree call) {
        if (call instanceof MethodInvocationTree invocation) {
            return TreeUtils.typeFromUse(invocation);
        }
        return call instanceof NewClassTree creation ? TreeUtils.typeFromUse(creation) : null;
    }

    private static Map<TypeVariable, AnnotatedTypeMirror> annotated(
            AnnotatedTypeFactory factory, AnnotatedExecutableType method, Map<TypeVariable, TypeMirror> found) {
        Map<TypeVariable, AnnotatedTypeMirror> arguments = new HashMap<>();
        for (AnnotatedTypeVariable variable : method.getTypeVariables()) {
            TypeVariable key = variable.getUnderlyingType();
            TypeMirror argument = null;
            for (Map.Entry<TypeVariable, TypeMirror> entry : found.entrySet()) {
                if (entry.getKey().asElement().equals(key.asElement())) {
                    argument = entry.getValue();
                }
            }
            AnnotatedTypeMirror type = argument == null || argument.getKind().isPrimitive()
                    ? variable.getUpperBound().getErased()
                    : AnnotatedTypeMirror.createType(argument, factory, false);
            factory.addDefaultAnnotations(type);
            arguments.put(key, type);
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
