package dev.lockproof.checker;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import org.checkerframework.javacutil.ElementUtils;
import org.checkerframework.javacutil.TreeUtils;

/**
 * Refuses packages by which entities are locked or new by default, for which the framework looks in the package of a class and in those
 * above it. The error is reported once, at a class, since the framework visits no {@code package-info.java}.
 */
final class PackageDefaults {

    private final Faults faults;
    private final Elements elements;
    private final Set<PackageElement> seen = new HashSet<>();

    PackageDefaults(Faults faults, Elements elements) {
        this.faults = faults;
        this.elements = elements;
    }

    void check(TreePath topLevelClass) {
        ClassTree type = (ClassTree) topLevelClass.getLeaf();
        PackageElement at = ElementUtils.enclosingPackage(TreeUtils.elementFromDeclaration(type));
        while (at != null && seen.add(at)) {
            if (at.getAnnotationMirrors().stream().anyMatch(WrittenQualifiers::isStrongDefault)) {
                faults.report(
                        topLevelClass,
                        type,
                        QualifierRule.LOCKED_LOCATION,
                        "The package " + at.getQualifiedName()
                                + " has a @DefaultQualifier by which entities are locked or new. No entity is so by default."
                                + "\nTake it out of package-info.java, and write the qualifier on the parameters, local variables"
                                + "\nand results of which it is true.");
            }
            at = ElementUtils.parentPackage(at, elements);
        }
    }
}
