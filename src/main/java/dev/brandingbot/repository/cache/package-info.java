/**
 * Caches the content of a repository between fetches, by content hash. The implementation for Redis is in
 * {@code state}.
 */
@NullMarked
package dev.brandingbot.repository.cache;

import org.jspecify.annotations.NullMarked;
