package dev.lockproof.processor;

import com.palantir.javapoet.TypeSpec;

/** Writes one of the types that are generated for an entity. A pure function of the model. */
interface TypeWriter {

    TypeSpec write(EntityModel model);
}
