/** What is remembered of a repository between fetches, by content hash. Redis implements it in {@code state}. */
@NullMarked
package dev.brandingbot.repository.cache;

import org.jspecify.annotations.NullMarked;
