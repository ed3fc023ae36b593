package dev.lockproof.rules;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The functional parameters of private methods that are only called during the call: what {@code @RunsInline} would say,
 * if private methods needed to say it. They are the most that their bodies allow.
 */
final class InferredInline {

    private final Map<Element, List<TreePath>> uses = new HashMap<>();

    /** Finds them. The code must already have these facts, still empty, since one method may hand on to another. */
    void solve(TreePath topLevelClass, Code code) {
        new Collector(code).scan(topLevelClass, null);
        FunctionUses functions = new FunctionUses(code);
        boolean changed = true;
        while (changed) {
            changed = uses.entrySet()
                    .removeIf(entry -> entry.getValue().stream()
                            .anyMatch(use -> functions.escapes(use, (VariableElement) entry.getKey())));
        }
    }

    boolean contains(VariableElement parameter) {
        return uses.containsKey(parameter);
    }

    private final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Code code;

        Collector(Code code) {
            this.code = code;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
            ExecutableElement method = code.executable(getCurrentPath());
            if (method != null && method.getModifiers().contains(Modifier.PRIVATE)) {
                method.getParameters().stream()
                        .filter(parameter -> FunctionalInterfaces.isFunctional(parameter.asType(), code.elements()))
                        .filter(parameter -> !RecordComponents.isStored(method, parameter, code))
                        .forEach(parameter -> uses.put(parameter, new ArrayList<>()));
            }
            return super.visitMethod(tree, null);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
            Element element = code.element(getCurrentPath());
            List<TreePath> known = element == null ? null : uses.get(element);
            if (known != null) {
                known.add(getCurrentPath());
            }
            return super.visitIdentifier(tree, null);
        }
    }
}
