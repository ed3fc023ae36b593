package dev.lockproof.checker;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/** Looks for the qualifiers that a user wrote. */
final class WrittenQualifiers {

    private static final String PACKAGE = "dev.lockproof.annotations.";
    private static final Set<String> STRONG = Set.of("Locked", "Fresh", "Writable", "PolyLocked", "LockedBottom");
    private static final Set<String> DEFAULTS = Set.of(
            "org.checkerframework.framework.qual.DefaultQualifier",
            "org.checkerframework.framework.qual.DefaultQualifierForUse");

    private WrittenQualifiers() {}

    /** Gives the simple name of a qualifier, or null if an annotation is something else. */
    static @Nullable String nameOf(AnnotationTree annotation) {
        return nameOf(TreeUtils.typeOf(annotation.getAnnotationType()));
    }

    private static @Nullable String nameOf(TypeMirror type) {
        String name = type.toString();
        if (!name.startsWith(PACKAGE)) {
            return null;
        }
        String simple = name.substring(PACKAGE.length());
        return STRONG.contains(simple) || simple.equals("MaybeUnlocked") ? simple : null;
    }

    static boolean isQualifier(AnnotationMirror annotation) {
        return nameOf(annotation.getAnnotationType()) != null;
    }

    /** Tells whether an annotation makes one of the qualifiers, other than the usual one, a default. */
    static boolean isStrongDefault(AnnotationTree annotation) {
        String name = TreeUtils.typeOf(annotation.getAnnotationType()).toString();
        return DEFAULTS.contains(name) && any(annotation, new DefaultScanner());
    }

    /** Tells the same of an annotation that was compiled, or stands for several. */
    static boolean isStrongDefault(AnnotationMirror annotation) {
        String name = annotation.getAnnotationType().toString().replaceAll("\\.List$", "");
        return DEFAULTS.contains(name)
                && annotation.getElementValues().values().stream()
                        .anyMatch(value -> Boolean.TRUE.equals(value.accept(new DefaultValues(), null)));
    }

    /** Tells whether a qualifier is written anywhere in a tree. */
    static boolean areIn(Tree tree) {
        return any(tree, new AnnotationScanner());
    }

    /** Tells whether a type argument inside a tree asks for more than nothing. */
    static boolean insideTypeArguments(Tree tree) {
        return any(tree, new TypeArgumentScanner());
    }

    private static boolean any(Tree tree, TreeScanner<Boolean, Boolean> scanner) {
        return Boolean.TRUE.equals(scanner.scan(tree, false));
    }

    private abstract static class Scanner extends TreeScanner<Boolean, Boolean> {

        @Override
        public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
        }
    }

    private static final class AnnotationScanner extends Scanner {

        @Override
        public Boolean visitAnnotation(AnnotationTree annotation, Boolean unused) {
            return nameOf(annotation) != null;
        }
    }

    private static final class TypeArgumentScanner extends Scanner {

        @Override
        public Boolean visitParameterizedType(ParameterizedTypeTree type, Boolean inside) {
            return scan(type.getTypeArguments(), true);
        }

        @Override
        public Boolean visitAnnotatedType(AnnotatedTypeTree type, Boolean inside) {
            boolean strong = inside
                    && type.getAnnotations().stream()
                            .map(WrittenQualifiers::nameOf)
                            .anyMatch(name -> name != null && STRONG.contains(name));
            return strong || reduce(scan(type.getUnderlyingType(), inside), false);
        }
    }

    private static final class DefaultValues extends SimpleAnnotationValueVisitor14<Boolean, @Nullable Void> {

        @Override
        public Boolean visitType(TypeMirror type, @Nullable Void unused) {
            String name = nameOf(type);
            return name != null && STRONG.contains(name);
        }

        @Override
        public Boolean visitArray(List<? extends AnnotationValue> values, @Nullable Void unused) {
            return values.stream().anyMatch(value -> Boolean.TRUE.equals(value.accept(this, null)));
        }

        @Override
        public Boolean visitAnnotation(AnnotationMirror annotation, @Nullable Void unused) {
            return isStrongDefault(annotation);
        }
    }

    private static final class DefaultScanner extends Scanner {

        @Override
        public Boolean visitMemberSelect(MemberSelectTree select, Boolean unused) {
            String name = select.getIdentifier().contentEquals("class")
                    ? nameOf(TreeUtils.typeOf(select.getExpression()))
                    : null;
            return name != null && STRONG.contains(name);
        }
    }
}
