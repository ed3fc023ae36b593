/** Real database servers for tests. */
@NullMarked
package dev.lockproof.testservers;

import org.jspecify.annotations.NullMarked;
