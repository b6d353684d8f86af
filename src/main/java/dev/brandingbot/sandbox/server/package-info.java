/** What the fake servers share: HTTP, JSON, request log, injected faults. */
@NullMarked
package dev.brandingbot.sandbox.server;

import org.jspecify.annotations.NullMarked;
