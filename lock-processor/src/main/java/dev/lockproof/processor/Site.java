package dev.lockproof.processor;

import javax.lang.model.element.Element;

/**
 * Where a problem is reported.
 *
 * @param element valid in the present round only
 */
record Site(Element element) {}
