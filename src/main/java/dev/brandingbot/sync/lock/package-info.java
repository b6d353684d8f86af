/** A lock that lets one instance at a time change a server. It is a lease in Redis. */
@NullMarked
package dev.brandingbot.sync.lock;

import org.jspecify.annotations.NullMarked;
