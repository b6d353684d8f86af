/** Which banner and icon come next, and in which variant: rotation, planning, loading. Applies nothing. */
@NullMarked
package dev.brandingbot.sync.asset;

import org.jspecify.annotations.NullMarked;
