package dev.lockproof.checker;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.lockproof.rules.Facts;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.javacutil.TreePathUtil;
import org.checkerframework.javacutil.TreeUtils;

/** Tells whether a method is given anything locked, by its callers, that it could hand back. */
final class Borrowing {

    private final LockproofAnnotatedTypeFactory factory;
    private final Facts facts;

    Borrowing(LockproofAnnotatedTypeFactory factory, Facts facts) {
        this.factory = factory;
        this.facts = facts;
    }

    boolean isPossible(TreePath path, MethodTree method) {
        AnnotatedExecutableType type = factory.getAnnotatedType(method);
        AnnotatedDeclaredType receiver = type.getReceiverType();
        var owner = TreeUtils.elementFromDeclaration(TreePathUtil.enclosingClass(path));
        return factory.entities().isProof(owner.asType())
                || (receiver != null && lends(receiver))
                || type.getParameterTypes().stream().anyMatch(this::lends);
    }

    private boolean lends(AnnotatedTypeMirror type) {
        return factory.qualifiers().mayBeLocked(type) || facts.isProof(type.getUnderlyingType());
    }
}
