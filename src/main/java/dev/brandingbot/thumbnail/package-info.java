/**
 * Thumbnails of event images for messages and previews, cached in Redis. Images that are applied to a server are never
 * scaled.
 */
@NullMarked
package dev.brandingbot.thumbnail;

import org.jspecify.annotations.NullMarked;
