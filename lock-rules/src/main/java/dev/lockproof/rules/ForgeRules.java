package dev.lockproof.rules;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** A proof comes from a lock, or from another proof, and from nowhere else. */
final class ForgeRules {

    private final Code code;
    private final Reporter reporter;
    private final Containers containers;
    private final Tokens tokens;

    ForgeRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.containers = new Containers(code.facts());
        this.tokens = new Tokens(code, containers);
    }

    void checkClass(TreePath path) {
        if (!(code.element(path) instanceof TypeElement type) || !code.isProof(type.asType())) {
            return;
        }
        boolean extendsProof =
                type.getSuperclass().getKind() == TypeKind.DECLARED && code.isProof(type.getSuperclass());
        boolean isInterface = type.getKind() == ElementKind.INTERFACE;
        reporter.report(extendsProof || isInterface ? subclass(type) : handWritten(type), path);
    }

    void checkNewClass(TreePath path, NewClassTree tree) {
        TypeMirror type = code.type(path);
        if (type != null && tree.getClassBody() == null && code.isProof(type)) {
            reporter.report(made(Names.simple(type)), path);
        }
    }

    void checkReference(TreePath path, MemberReferenceTree tree) {
        ExecutableElement method = code.executable(path);
        if (method == null) {
            return;
        }
        TypeElement owner = Members.owner(method);
        ExecutableElement function = code.functionalMethod(path);
        TypeMirror result = function == null ? null : code.resultOf(path, function);
        if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW && code.isProof(owner.asType())) {
            reporter.report(made(Names.owner(method)), path);
        } else if (result != null && code.isProof(result) && isMapping(owner)) {
            reporter.report(made(Names.simple(result)), path);
        } else if (tokens.areTakenBy(method, path)) {
            reporter.report(byToken(method, "the class of a proof"), path);
        } else if (code.type(path, tree.getQualifierExpression()) instanceof DeclaredType receiver
                && isClassCast(method, receiver)) {
            reporter.report(
                    downcast("This reference", receiver.getTypeArguments().get(0)), path);
        } else if (result != null && code.isProof(result) && isClassCast(method)) { // Class::cast
            reporter.report(downcast("This reference", result), path);
        }
    }

    void checkCast(TreePath path, TypeCastTree tree) {
        TypeMirror target = code.type(path);
        TreePath operand = new TreePath(path, tree.getExpression());
        if (target != null && code.isProof(target) && !isProofAlready(operand)) {
            reporter.report(downcast("This cast", target), path);
        }
    }

    void checkPattern(TreePath path, BindingPatternTree tree) {
        TreePath variable = new TreePath(path, tree.getVariable());
        if (tree.getVariable().getName().length() == 0) {
            // Without a name it only looks at the type.
            return;
        }
        TypeMirror target = code.type(variable);
        TreePath tested = Patterns.tested(variable);
        if (target != null && code.isProof(target) && (tested == null || !isProofAlready(tested))) {
            reporter.report(downcast("This pattern", target), path);
        }
    }

    private boolean isProofAlready(TreePath operand) {
        return code.isProof(operand) || Paths.inside(operand).getLeaf().getKind() == Tree.Kind.NULL_LITERAL;
    }

    /** A call that gives a proof must take a lock, or get the proof from what it is called with. */
    void checkCall(Call call) {
        TreePath token = tokens.argument(call);
        if (token != null) {
            reporter.report(byToken(call.executable(), "'" + token.getLeaf() + "'"), token);
            return;
        }
        TypeMirror type = code.type(call.path());
        ExecutableElement method = call.executable();
        if (type == null || method.getKind() != ElementKind.METHOD || !code.isProof(type) || code.acquires(method)) {
            return;
        }
        TypeMirror receiver = call.receiver() == null ? null : code.type(call.receiver());
        if (isClassCast(method, receiver)) {
            reporter.report(downcast(Names.qualified(method), type), call.path());
        } else if (isMapping(Members.owner(method))) {
            reporter.report(made(Names.simple(type)), call.path());
        } else if (!borrows(call, receiver)) {
            if (isOwnTypeVariable(method) && !saysSoItself(call)) {
                reporter.report(downcast(Names.qualified(method), type), call.path());
            } else if (code.declaration(method) == null && !isOfClassVariable(method)) {
                reporter.report(fromNowhere(method, type), call.path());
            }
        }
    }

    private boolean borrows(Call call, @Nullable TypeMirror receiver) {
        if (receiver != null && lends(receiver)) {
            return true;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            TreePath argument = Paths.inside(call.argument(i));
            TypeMirror type = code.type(argument);
            boolean function = argument.getLeaf() instanceof LambdaExpressionTree
                    || argument.getLeaf() instanceof MemberReferenceTree;
            if (function || (type != null && lends(type))) {
                return true;
            }
        }
        return false;
    }

    private boolean lends(TypeMirror type) {
        return code.isProof(type) || containers.keeps(type);
    }

    /** In {@code this.<LockedAccount>get(…)} the type argument is reported. */
    private static boolean saysSoItself(Call call) {
        return call.path().getLeaf() instanceof MethodInvocationTree invocation
                && !invocation.getTypeArguments().isEmpty();
    }

    private boolean isOwnTypeVariable(ExecutableElement method) {
        return method.getReturnType() instanceof TypeVariable variable
                && method.getTypeParameters().contains(variable.asElement());
    }

    /** Where the class has a proof as type argument, it is the class that is reported, or its type is bounded. */
    private boolean isOfClassVariable(ExecutableElement method) {
        return method.getReturnType() instanceof TypeVariable;
    }

    private static boolean isClassCast(ExecutableElement method) {
        return method.getSimpleName().contentEquals("cast")
                && Containers.isToken(Members.owner(method).asType());
    }

    private boolean isClassCast(ExecutableElement method, @Nullable TypeMirror receiver) {
        return isClassCast(method)
                && receiver instanceof DeclaredType token
                && token.getTypeArguments().stream().anyMatch(code::isProof);
    }

    private static boolean isMapping(TypeElement type) {
        return type.getQualifiedName().contentEquals(GeneratedCode.MAPPING)
                || Overrides.supertypes(type).stream()
                        .anyMatch(s -> s.getQualifiedName().contentEquals(GeneratedCode.MAPPING));
    }

    private Message subclass(TypeElement type) {
        String entity = code.entityOf(type.asType());
        return Message.of(
                        Rule.PROOF_SUBCLASS,
                        Names.name(type) + " extends a proof type. Only generated classes are proofs.")
                .line("To name a proof without its generated type, use LockProof<" + entity
                        + "> itself, or a type parameter" + " L extends LockProof<" + entity + ">;")
                .line("for common methods, write them on the entity.");
    }

    private Message handWritten(TypeElement type) {
        return Message.of(
                        Rule.PROOF_FORGED,
                        Names.name(type) + " is a proof written by hand, and no lock stands behind it.")
                .line("Proofs are generated for classes that are marked @Entity, and only locks.acquire(…) and"
                        + " repository.lock(…) make them.")
                .line("For a test, take a real lock in memory: " + code.entityOf(type.asType())
                        + "Repository.inMemory().");
    }

    private static Message made(String type) {
        return Message.of(Rule.PROOF_FORGED, "This makes a " + type + " by hand, without taking its lock.")
                .line("Take the lock: try (var locked = locks.acquire(…)) { … },")
                .line("or take the proof as a parameter, so that the caller has to hold the lock.");
    }

    private static Message fromNowhere(ExecutableElement method, TypeMirror type) {
        return Message.of(
                        Rule.PROOF_FORGED,
                        Names.qualified(method) + " gives a " + Names.simple(type)
                                + ", and neither takes a lock nor gets a proof to take it from.")
                .line("Its code was compiled without Lockproof. Take the lock here: locks.acquire(…),")
                .line("or, if the method does take a lock, mark it @AcquiresLock and compile it with Lockproof.");
    }

    private static Message byToken(ExecutableElement generic, String token) {
        return Message.of(
                        Rule.PROOF_DOWNCAST,
                        Names.qualified(generic) + " gets " + token
                                + ", and can make a proof out of a value that is none.")
                .line("Its lock may be released long ago. Pass on the proof as what it is: a parameter of type"
                        + " LockProof<…> or @Locked,")
                .line("or use a parameter that takes any class: Class<?>.");
    }

    private static Message downcast(String what, TypeMirror type) {
        return Message.of(
                        Rule.PROOF_DOWNCAST,
                        what + " makes a " + Names.simple(type) + " out of a value that is no proof.")
                .line("Its lock may be released long ago. Take the lock: try (var locked = locks.acquire(…)) { … },")
                .line("or pass the proof on as what it is: a parameter of type " + Names.simple(type)
                        + ", LockProof<…> or @Locked.");
    }
}
