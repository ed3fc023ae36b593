package dev.lockproof.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** One top-level class under check: its trees, and what is known about the declarations that they name. */
final class Code {

    private final Tree type;
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final Facts facts;
    private final Overrides overrides;
    private final Variables variables;
    private final InferredInline inline;
    private final InferredEffects inferred;

    Code(TreePath topLevelClass, Trees trees, Elements elements, Types types, Facts facts, Overrides overrides) {
        this.type = topLevelClass.getLeaf();
        this.unit = topLevelClass.getCompilationUnit();
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.facts = facts;
        this.overrides = overrides;
        this.variables = Variables.in(topLevelClass, trees);
        this.inline = new InferredInline();
        inline.solve(topLevelClass, this);
        this.inferred = InferredEffects.in(topLevelClass, this);
    }

    boolean isOf(TreePath topLevelClass) {
        return type == topLevelClass.getLeaf();
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    Facts facts() {
        return facts;
    }

    Overrides overrides() {
        return overrides;
    }

    Variables variables() {
        return variables;
    }

    @Nullable
    Element element(TreePath path) {
        return trees.getElement(path);
    }

    /** Gives the method or constructor that a tree declares or calls; null where the compiler found none. */
    @Nullable
    ExecutableElement executable(TreePath path) {
        return trees.getElement(path) instanceof ExecutableElement executable ? executable : null;
    }

    @Nullable
    VariableElement variable(TreePath path) {
        return trees.getElement(path) instanceof VariableElement variable ? variable : null;
    }

    @Nullable
    TypeMirror type(TreePath path) {
        return trees.getTypeMirror(path);
    }

    @Nullable
    TypeMirror type(TreePath parent, Tree child) {
        return trees.getTypeMirror(new TreePath(parent, child));
    }

    boolean isProof(@Nullable TypeMirror type) {
        return type != null && facts.isProof(type);
    }

    boolean isProof(TreePath expression) {
        return isProof(type(expression));
    }

    /** Tells whether a variable stands for a lock that is held: a proof, or a value declared {@code @Locked}. */
    boolean holds(VariableElement variable) {
        return facts.isProof(variable.asType()) || facts.isLocked(variable);
    }

    /** Tells whether a call may take a lock, by declaration or, for private code, by inference. */
    boolean acquires(ExecutableElement executable) {
        return facts.acquires(executable) || inferred.acquires(executable);
    }

    /** Tells whether a parameter is only called during the call, by declaration or, for private code, by inference. */
    boolean runsInline(ExecutableElement method, int parameter) {
        return facts.runsInline(method, parameter)
                || inline.contains(method.getParameters().get(parameter));
    }

    /** Tells whether the effect of a method is inferred, so that it needs no annotation. */
    boolean isInferred(ExecutableElement executable) {
        return inferred.covers(executable);
    }

    /** Tells whether a tree is an acquisition: a call that takes a lock and hands out its proof. */
    boolean isAcquisition(TreePath expression) {
        Call call = Call.at(expression, this);
        return call != null && acquires(call.executable()) && givesProof(call);
    }

    boolean givesProof(Call call) {
        return facts.isProof(call.executable().getReturnType());
    }

    /** Gives the tree that declares an element in this compilation, with its path; null for class files. */
    @Nullable
    TreePath declaration(Element element) {
        return trees.getPath(element);
    }

    /**
     * Gives the method of the interface that a lambda or method reference is made for. If several interfaces declare it,
     * and one of them says nothing of taking locks, that one: whoever calls the function by it may hold a lock.
     */
    @Nullable
    ExecutableElement functionalMethod(TreePath function) {
        TypeMirror type = type(function);
        if (type == null) {
            return null;
        }
        List<ExecutableElement> methods = FunctionalInterfaces.methodsOf(type, elements);
        return methods.stream()
                .filter(method -> !facts.acquires(method))
                .findFirst()
                .orElseGet(() -> methods.isEmpty() ? null : methods.get(0));
    }

    /** Gives what a lambda or method reference must result in, as its type instantiates the interface. */
    @Nullable
    TypeMirror resultOf(TreePath function, ExecutableElement method) {
        return type(function) instanceof DeclaredType declared
                        && types.asMemberOf(declared, method) instanceof ExecutableType instantiated
                ? instantiated.getReturnType()
                : method.getReturnType();
    }

    /** Gives what a lambda or method reference is called with, as its type instantiates the interface. */
    List<? extends TypeMirror> parametersOf(TreePath function) {
        ExecutableElement method = functionalMethod(function);
        return method != null
                        && type(function) instanceof DeclaredType declared
                        && types.asMemberOf(declared, method) instanceof ExecutableType instantiated
                ? instantiated.getParameterTypes()
                : List.of();
    }

    long start(Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    long line(Tree tree) {
        long start = start(tree);
        return start < 0 ? -1 : unit.getLineMap().getLineNumber(start);
    }

    /** Names the entity that a proof is of; in general terms, if it isn't known. */
    String entityOf(TypeMirror proof) {
        TypeElement entity = GeneratedCode.entityOf(proof, GeneratedCode.PROOF, types);
        return entity == null ? "the entity" : entity.getSimpleName().toString();
    }

    /** Tells whether a method asks for the lock of what it is called on: {@code void settle(@Locked Account this)}. */
    boolean receiverHolds(TreePath method) {
        VariableTree receiver = ((MethodTree) method.getLeaf()).getReceiverParameter();
        VariableElement variable = receiver == null ? null : variable(new TreePath(method, receiver));
        return variable != null && holds(variable);
    }

    boolean anyHolds(List<? extends VariableElement> parameters) {
        return parameters.stream().anyMatch(this::holds);
    }
}
