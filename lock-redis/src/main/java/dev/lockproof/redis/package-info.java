/** Lock providers for Redis: one server or cluster with fencing, and Redlock over several servers. */
@NullMarked
package dev.lockproof.redis;

import org.jspecify.annotations.NullMarked;
