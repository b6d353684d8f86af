/**
 * Images as files: what format and dimensions they have, whether they are complete, and their pixels. Nothing here knows events,
 * repositories or Discord; no file is trusted, and none takes more than some megabytes of memory.
 */
@NullMarked
package dev.brandingbot.image;

import org.jspecify.annotations.NullMarked;
