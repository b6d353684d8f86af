/**
 * Small copies of a branding repository's images, for what members and moderators are shown. They cost a download once for each
 * image, are kept in Redis, and nothing here is worth failing for: what is not to be had is left out.
 */
@NullMarked
package dev.brandingbot.gallery;

import org.jspecify.annotations.NullMarked;
