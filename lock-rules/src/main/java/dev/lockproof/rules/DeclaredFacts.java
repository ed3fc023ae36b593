package dev.lockproof.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/**
 * The facts that annotations and stub files state.
 *
 * <p>Type annotations of class files are invisible to the public API before JDK 22, so there {@code @Locked} counts
 * only where its source is compiled too.
 */
public class DeclaredFacts implements Facts {

    private static final Set<String> PROOFS =
            Set.of("dev.lockproof.LockProof", "dev.lockproof.LockedPair", "dev.lockproof.LockedGroup");

    private final Elements elements;
    private final Overrides overrides;
    private final Stubs stubs;
    private final Map<TypeElement, Boolean> proofTypes = new HashMap<>();
    private final Map<ExecutableElement, Boolean> acquiring = new HashMap<>();

    DeclaredFacts(Elements elements, Overrides overrides, Stubs stubs) {
        this.elements = elements;
        this.overrides = overrides;
        this.stubs = stubs;
    }

    @Override
    public boolean isProof(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> isProofElement((TypeElement) ((DeclaredType) type).asElement());
            case TYPEVAR -> isProof(((TypeVariable) type).getUpperBound());
            case WILDCARD -> {
                TypeMirror bound = ((WildcardType) type).getExtendsBound();
                yield bound != null && isProof(bound);
            }
            case INTERSECTION -> ((IntersectionType) type).getBounds().stream().anyMatch(this::isProof);
            default -> false;
        };
    }

    private boolean isProofElement(TypeElement type) {
        Boolean known = proofTypes.get(type);
        if (known == null) {
            known = PROOFS.contains(type.getQualifiedName().toString())
                    || superTypes(type).stream().anyMatch(this::isProof);
            proofTypes.put(type, known);
        }
        return known;
    }

    private static List<? extends TypeMirror> superTypes(TypeElement type) {
        TypeMirror superclass = type.getSuperclass();
        if (superclass.getKind() != TypeKind.DECLARED) {
            return type.getInterfaces();
        }
        List<TypeMirror> all = new ArrayList<>(type.getInterfaces());
        all.add(superclass);
        return all;
    }

    @Override
    public boolean isLocked(VariableElement variable) {
        return Annotations.isPresent(variable.asType().getAnnotationMirrors(), Annotations.LOCKED);
    }

    @Override
    public boolean returnsLocked(ExecutableElement method) {
        // LockProof says so itself, where its annotations can be seen.
        return Annotations.isPresent(method.getReturnType().getAnnotationMirrors(), Annotations.LOCKED)
                || (method.getSimpleName().contentEquals("entity") && isProofElement(Members.owner(method)));
    }

    @Override
    public boolean acquires(ExecutableElement executable) {
        Boolean known = acquiring.get(executable);
        if (known == null) {
            known = Annotations.isPresent(executable, Annotations.ACQUIRES_LOCK)
                    || (isImplied(executable)
                            && overrides.of(executable).stream().allMatch(this::acquires));
            acquiring.put(executable, known);
        }
        return known;
    }

    /**
     * Tells what the class or a framework says about a method that says nothing itself. It gives way to an overridden
     * method that takes no lock, and to a proof among the parameters: annotating a class must not make its
     * {@code toString()} or its helpers wrong.
     */
    private boolean isImplied(ExecutableElement executable) {
        if (executable.getKind() != ElementKind.METHOD) {
            return false;
        }
        if (stubs.acquires(executable, overrides)) {
            return true;
        }
        Element owner = Members.owner(executable);
        return Annotations.isPresent(owner, Annotations.ACQUIRES_LOCK)
                && !executable.getModifiers().contains(Modifier.PRIVATE)
                && !RecordAccessors.isAccessor(executable)
                && !isOfEveryEnum(executable, owner)
                && executable.getParameters().stream().noneMatch(this::holds);
    }

    /** Nobody writes these methods: they only read what the initialiser made. No enum can declare them itself. */
    private static boolean isOfEveryEnum(ExecutableElement method, Element owner) {
        if (owner.getKind() != ElementKind.ENUM || !method.getModifiers().contains(Modifier.STATIC)) {
            return false;
        }
        List<? extends VariableElement> parameters = method.getParameters();
        return parameters.isEmpty()
                ? method.getSimpleName().contentEquals("values")
                : method.getSimpleName().contentEquals("valueOf")
                        && parameters.size() == 1
                        && parameters.get(0).asType().toString().equals("java.lang.String");
    }

    private boolean holds(VariableElement parameter) {
        return isProof(parameter.asType()) || isLocked(parameter);
    }

    @Override
    public boolean runsInline(ExecutableElement executable, int parameter) {
        List<? extends VariableElement> parameters = executable.getParameters();
        return parameter >= 0
                && parameter < parameters.size()
                && (Annotations.isPresent(parameters.get(parameter), Annotations.RUNS_INLINE)
                        // Whether a type is a function takes long to find out, and is asked of all kinds of parameters.
                        || (stubs.runsInline(executable, overrides)
                                && FunctionalInterfaces.isFunctional(argumentType(executable, parameter), elements)));
    }

    @Override
    public boolean waits(ExecutableElement method) {
        return stubs.waits(method, overrides);
    }

    /** A last parameter of type {@code Executable...} takes functions, one by one. */
    private static TypeMirror argumentType(ExecutableElement executable, int parameter) {
        TypeMirror type = executable.getParameters().get(parameter).asType();
        boolean several = executable.isVarArgs()
                && parameter == executable.getParameters().size() - 1;
        return several && type instanceof ArrayType array ? array.getComponentType() : type;
    }
}
