package dev.lockproof.checker;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import org.checkerframework.framework.type.AnnotatedTypeFactory;
import org.checkerframework.framework.type.typeannotator.DefaultQualifierForUseTypeAnnotator;
import org.checkerframework.javacutil.AnnotationMirrorSet;

/** Finds out once what a class says about all uses of it. The framework forgets that with each file, and after 100 classes. */
final class DefaultsForUses extends DefaultQualifierForUseTypeAnnotator {

    private final Map<Element, AnnotationMirrorSet> known = new HashMap<>();

    DefaultsForUses(AnnotatedTypeFactory factory) {
        super(factory);
    }

    @Override
    protected AnnotationMirrorSet getDefaultAnnosForUses(Element type) {
        AnnotationMirrorSet defaults = known.get(type);
        if (defaults == null) {
            defaults = super.getDefaultAnnosForUses(type);
            known.put(type, defaults);
        }
        return defaults;
    }
}
