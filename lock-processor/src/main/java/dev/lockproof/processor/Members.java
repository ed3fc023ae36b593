package dev.lockproof.processor;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The members of an entity, those of its superclasses included, as the generated types in its package see them. */
final class Members {

    private final Types types;
    private final TypeElement entity;
    private final DeclaredType concrete;
    private final PackageElement home;
    private final List<ExecutableElement> methods;

    Members(TypeElement entity, DeclaredType concrete, Types types, Elements elements) {
        this.entity = entity;
        this.concrete = concrete;
        this.types = types;
        this.home = MoreElements.getPackage(entity);
        this.methods = List.copyOf(MoreElements.getLocalAndInheritedMethods(entity, types, elements));
    }

    /** The class and its superclasses, the topmost first, without {@code Object}. */
    static List<TypeElement> lineage(TypeElement type) {
        Deque<TypeElement> lineage = new ArrayDeque<>();
        TypeElement next = type;
        while (!next.getQualifiedName().contentEquals("java.lang.Object")) {
            lineage.addFirst(next);
            TypeMirror superclass = next.getSuperclass();
            if (superclass.getKind() != TypeKind.DECLARED) {
                break;
            }
            next = MoreTypes.asTypeElement(superclass);
        }
        return List.copyOf(lineage);
    }

    /** The fields that hold what an instance is made of: not static, not transient. */
    static List<VariableElement> storedFields(TypeElement type) {
        return lineage(type).stream()
                .flatMap(t -> ElementFilter.fieldsIn(t.getEnclosedElements()).stream())
                .filter(f -> !f.getModifiers().contains(Modifier.STATIC))
                .filter(f -> !f.getModifiers().contains(Modifier.TRANSIENT))
                .toList();
    }

    /** The instance methods, inherited ones included, that a type of the package can call. */
    List<ExecutableElement> methods() {
        return methods.stream().filter(this::isAccessible).toList();
    }

    /** The methods without parameters that a subclass in the package would have, static ones included, by name. */
    Map<String, ExecutableElement> noArgMethods() {
        Map<String, ExecutableElement> byName = new LinkedHashMap<>();
        List<ExecutableElement> all = new ArrayList<>(methods);
        for (TypeElement type : lineage(entity)) {
            ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(m -> m.getModifiers().contains(Modifier.STATIC))
                    .filter(m -> !m.getModifiers().contains(Modifier.PRIVATE))
                    .forEach(all::add);
        }
        all.stream()
                .filter(m -> m.getParameters().isEmpty())
                .forEach(m -> byName.put(m.getSimpleName().toString(), m));
        return byName;
    }

    /** The members that generated code may call, roughly: whatever a type of the package can. */
    List<Element> used() {
        return lineage(entity).stream()
                .flatMap(type -> type.getEnclosedElements().stream())
                .filter(this::isAccessible)
                .<Element>map(member -> member)
                .toList();
    }

    boolean isAccessible(Element member) {
        if (member.getModifiers().contains(Modifier.PUBLIC)) {
            return true;
        }
        return !member.getModifiers().contains(Modifier.PRIVATE)
                && MoreElements.getPackage(member).equals(home);
    }

    /** Whether a member is declared in the entity itself. */
    boolean isOwn(Element member) {
        return entity.equals(member.getEnclosingElement());
    }

    TypeMirror typeOf(VariableElement field) {
        return types.asMemberOf(concrete, field);
    }

    TypeMirror returnTypeOf(ExecutableElement method) {
        return MoreTypes.asExecutable(types.asMemberOf(concrete, method)).getReturnType();
    }

    List<? extends TypeMirror> parameterTypesOf(ExecutableElement method) {
        return MoreTypes.asExecutable(types.asMemberOf(concrete, method)).getParameterTypes();
    }

    /** Where to report a problem of a member: at the member, or at the entity if it comes from another file. */
    Site site(Element member) {
        return outermost(member).equals(outermost(entity)) ? new Site(member) : new Site(entity);
    }

    private static Element outermost(Element element) {
        Element enclosing = element.getEnclosingElement();
        return enclosing == null || enclosing instanceof PackageElement ? element : outermost(enclosing);
    }
}
