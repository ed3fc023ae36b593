package dev.lockproof.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Tells checked exceptions from others. */
final class Exceptions {

    private final Types types;
    private final Elements elements;

    Exceptions(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    /** The simple names of the checked exceptions that a method or constructor declares. */
    List<String> checked(ExecutableElement method) {
        return method.getThrownTypes().stream()
                .filter(this::isChecked)
                .map(type -> Naming.simple(TypeName.get(type)))
                .toList();
    }

    private boolean isChecked(TypeMirror type) {
        return Stream.of("java.lang.RuntimeException", "java.lang.Error")
                .map(name -> elements.getTypeElement(name).asType())
                .noneMatch(unchecked -> types.isSubtype(type, unchecked));
    }
}
