/**
 * Small copies of the images of events, for answers and previews, kept in Redis. Images that are applied to a server
 * are never scaled here.
 */
@NullMarked
package dev.brandingbot.thumbnail;

import org.jspecify.annotations.NullMarked;
