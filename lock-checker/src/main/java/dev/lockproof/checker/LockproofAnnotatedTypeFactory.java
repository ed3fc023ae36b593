package dev.lockproof.checker;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.lockproof.rules.Rules;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.common.basetype.BaseAnnotatedTypeFactory;
import org.checkerframework.common.basetype.BaseTypeChecker;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.framework.type.TypeHierarchy;
import org.checkerframework.framework.type.treeannotator.ListTreeAnnotator;
import org.checkerframework.framework.type.treeannotator.TreeAnnotator;
import org.checkerframework.framework.type.typeannotator.DefaultQualifierForUseTypeAnnotator;
import org.checkerframework.framework.type.typeannotator.ListTypeAnnotator;
import org.checkerframework.framework.type.typeannotator.TypeAnnotator;
import org.checkerframework.framework.util.AnnotatedTypes;
import org.checkerframework.framework.util.typeinference8.TypeArgumentInference;
import org.checkerframework.javacutil.AnnotationMirrorSet;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Knows the qualifier of every type, expression and variable.
 *
 * <p>Dataflow is off: it would let an alias that is assigned in a {@code try} block keep its lock after the block. What
 * a local variable is follows from its declaration alone, see {@link LocalQualifiers}.
 */
final class LockproofAnnotatedTypeFactory extends BaseAnnotatedTypeFactory {

    private final Rules rules;
    private final Qualifiers qualifiers;
    private final EntityTypes entities;
    private final EntityParts parts;
    private final DeclarationDefaults declarations;
    private final LocalQualifiers locals;
    private final PrivateFactories factories;
    private final ChosenFunctions chosenFunctions = new ChosenFunctions();
    private final ForgetfulCode forgetful = new ForgetfulCode();
    private final Answers answers = new Answers();
    private final MethodAnnotations methodAnnotations = new MethodAnnotations();
    private final Map<Element, AnnotationMirrorSet> qualifierParameters = new HashMap<>();
    private @Nullable ForgettingInference inference;
    private int inferring;
    private boolean guessed;

    LockproofAnnotatedTypeFactory(BaseTypeChecker checker, Rules rules) {
        super(checker, false);
        this.rules = rules;
        qualifiers = new Qualifiers(elements);
        entities = new EntityTypes(types);
        parts = new EntityParts(qualifiers, entities);
        declarations = new DeclarationDefaults(entities, qualifiers, types);
        locals = new LocalQualifiers(this);
        factories = new PrivateFactories(this);
        postInit();
    }

    Qualifiers qualifiers() {
        return qualifiers;
    }

    /** Gives a type of whose values nothing is known. */
    AnnotatedTypeMirror unknown(TypeMirror type) {
        AnnotatedTypeMirror unknown = AnnotatedTypeMirror.createType(type, this, false);
        addDefaultAnnotations(unknown);
        return unknown;
    }

    /** Says that what is being found out depends on a guess. */
    void guess() {
        answers.guess();
        guessed = true;
    }

    /** Tells whether what is locked at an arm of a choice may not be locked any more where the choice has its value. */
    boolean isReleasedBetween(ExpressionTree arm, ExpressionTree choice) {
        TreePath inside = getPath(arm);
        TreePath outside = getPath(choice);
        return inside == null || outside == null || rules.isReleasedBetween(inside, outside);
    }

    ForgetfulCode forgetful() {
        return forgetful;
    }

    /** Tells whether type arguments were inferred that stand for new entities. */
    boolean infersNew() {
        return inference != null && inference.infersNew();
    }

    /** Says that type arguments may be inferred differently from now on. */
    void forgetAnswers() {
        chosenFunctions.clear();
        setRoot(root);
    }

    /** The framework keeps the types of variables for good. Those of a body may follow from what is inferred in it. */
    @Override
    public AnnotatedTypeMirror fromElement(Element element) {
        boolean follows = !forgetful.isEmpty()
                && (element.getKind() == ElementKind.PARAMETER || LocalQualifiers.isLocal(element));
        if (!follows) {
            return super.fromElement(element);
        }
        return isInferring()
                ? withoutKept(() -> super.fromElement(element))
                : answers.variable(element, () -> withoutKept(() -> super.fromElement(element)));
    }

    private AnnotatedTypeMirror withoutKept(Supplier<AnnotatedTypeMirror> type) {
        boolean keeps = shouldCache;
        shouldCache = false;
        try {
            return type.get();
        } finally {
            shouldCache = keeps;
        }
    }

    ChosenFunctions chosenFunctions() {
        return chosenFunctions;
    }

    @Override
    public FnInterfaceAndType getFnInterfaceFromTree(Tree function) {
        AnnotatedDeclaredType target = chosenFunctions.targetOf(function);
        if (target == null) {
            return super.getFnInterfaceFromTree(function);
        }
        ExecutableElement method = TreeUtils.findFunction(function, processingEnv);
        return new FnInterfaceAndType(target, AnnotatedTypes.asMemberOf(types, this, target, method));
    }

    EntityTypes entities() {
        return entities;
    }

    @Override
    protected Set<Class<? extends Annotation>> createSupportedTypeQualifiers() {
        return new LinkedHashSet<>(Qualifiers.ALL);
    }

    @Override
    protected TypeAnnotator createTypeAnnotator() {
        return new ListTypeAnnotator(new ProofTypeAnnotator(this, entities, qualifiers), super.createTypeAnnotator());
    }

    @Override
    protected TreeAnnotator createTreeAnnotator() {
        return new ListTreeAnnotator(
                new CreationDefaults(this, entities, qualifiers),
                super.createTreeAnnotator(),
                new Forgetting(this, rules));
    }

    @Override
    protected TypeHierarchy createTypeHierarchy() {
        return new InvariantParts(checker, getQualifierHierarchy(), qualifiers);
    }

    @Override
    protected TypeArgumentInference createTypeArgumentInference() {
        inference = new ForgettingInference(super.createTypeArgumentInference(), parts, forgetful);
        return inference;
    }

    /**
     * The framework asks three times about each call, once without type arguments in order to see whether it can infer them, which
     * {@link ForgettingInference} always can. In the middle of an inference, the answer is incomplete, and is to be.
     */
    @Override
    protected ParameterizedExecutableType methodFromUse(MethodInvocationTree call, boolean inferTypeArguments) {
        return isInferring()
                ? super.methodFromUse(call, inferTypeArguments)
                : answers.invocation(call, () -> super.methodFromUse(call, true));
    }

    /** Where it has to infer type arguments, the framework looks at the constructor without them, too. */
    @Override
    protected ParameterizedExecutableType constructorFromUse(NewClassTree creation, boolean inferTypeArguments) {
        boolean asked = inferTypeArguments
                || (!TreeUtils.isDiamondTree(creation)
                        && TreeUtils.elementFromUse(creation)
                                .getTypeParameters()
                                .isEmpty());
        return !asked || isInferring()
                ? super.constructorFromUse(creation, inferTypeArguments)
                : answers.creation(creation, () -> super.constructorFromUse(creation, true));
    }

    /**
     * The framework notes what a lambda's parameter was taken for during the inference. Where that is more than what the
     * inference lets a type variable stand for in the end, the parameter and what was made of it are looked at anew.
     */
    @Override
    public void recordLambdaParameterType(VariableElement parameter, AnnotatedTypeMirror type) {
        super.recordLambdaParameterType(parameter, type);
        if (parts.areKnown(type)) {
            fromMemberTreeCache.remove(declarationFromElement(parameter));
            fromExpressionTreeCache.clear();
        }
    }

    @Override
    public @Nullable AnnotatedTypeMirror getRecordedLambdaParameterType(VariableElement parameter) {
        AnnotatedTypeMirror recorded = super.getRecordedLambdaParameterType(parameter);
        return recorded == null || parts.areKnown(recorded) ? null : recorded;
    }

    /** Tells whether what is being found out about a variable or method depends on nothing else that is being found out. */
    boolean isSettling() {
        return inferring == 1 && !isInferring();
    }

    private boolean isInferring() {
        return inference != null && inference.isInProgress();
    }

    @Override
    public AnnotationMirrorSet getDeclAnnotations(Element element) {
        AnnotationMirrorSet known = methodAnnotations.ofOneWithoutInherited(element);
        return known == null ? super.getDeclAnnotations(element) : known;
    }

    /** Asked about the class around everything that has a type. */
    @Override
    public AnnotationMirrorSet getQualifierParameterHierarchies(Element element) {
        AnnotationMirrorSet known = qualifierParameters.get(element);
        if (known == null) {
            known = super.getQualifierParameterHierarchies(element);
            qualifierParameters.put(element, known);
        }
        return known;
    }

    @Override
    protected DefaultQualifierForUseTypeAnnotator createDefaultForUseTypeAnnotator() {
        return new DefaultsForUses(this);
    }

    @Override
    public void setRoot(@Nullable CompilationUnitTree root) {
        // Trees may change from now on.
        answers.clear();
        locals.forget();
        super.setRoot(root);
    }

    @Override
    public void addComputedTypeAnnotations(Element element, AnnotatedTypeMirror type) {
        addOurDefaults(element, type);
        super.addComputedTypeAnnotations(element, type);
    }

    @Override
    protected void addComputedTypeAnnotations(Tree tree, AnnotatedTypeMirror type, boolean useFlow) {
        if (tree instanceof MethodTree method) {
            ExecutableElement element = TreeUtils.elementFromDeclaration(method);
            // The framework keeps the types of method trees, so none may come from a guess in the middle of inference.
            if (!factories.isInferring(element)) {
                addOurDefaults(element, type);
            }
        } else if (tree instanceof VariableTree variable) {
            addOurDefaults(TreeUtils.elementFromDeclaration(variable), type);
        }
        super.addComputedTypeAnnotations(tree, type, useFlow);
    }

    /**
     * The framework keeps the types of expressions, also those from a guess. What is made of them later no longer shows
     * where it comes from. So all of it is forgotten with each answer, until nothing is guessed any more.
     */
    private void addOurDefaults(Element element, AnnotatedTypeMirror type) {
        inferring++;
        try {
            findOurDefaults(element, type);
        } finally {
            inferring--;
            if (guessed) {
                fromExpressionTreeCache.clear();
                answers.clear();
                guessed = inferring > 0;
            }
        }
    }

    private void findOurDefaults(Element element, AnnotatedTypeMirror type) {
        declarations.apply(element, type);
        if (element instanceof ExecutableElement method && type instanceof AnnotatedExecutableType methodType) {
            factories.apply(method, methodType);
        }
        if (element instanceof VariableElement variable
                && LocalQualifiers.isLocal(variable)
                && !type.hasPrimaryAnnotationInHierarchy(qualifiers.maybeUnlocked)) {
            locals.apply(variable, type);
        }
    }

    /** The framework would write every defaulted qualifier into the class file. What the author wrote is there already. */
    @Override
    public void postProcessClassTree(ClassTree tree) {}
}
