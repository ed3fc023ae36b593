/** Tests checkers on programs whose comments say what must be reported. Published as a test jar. */
@NullMarked
package dev.lockproof.rules.testing;

import org.jspecify.annotations.NullMarked;
