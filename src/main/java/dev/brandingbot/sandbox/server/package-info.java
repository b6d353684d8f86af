/** The common parts of the fake servers: HTTP, JSON, request log, fault injection. */
@NullMarked
package dev.brandingbot.sandbox.server;

import org.jspecify.annotations.NullMarked;
