/** Connects to Redis, or starts an embedded server. */
@NullMarked
package dev.brandingbot.app.redis;

import org.jspecify.annotations.NullMarked;
