/** The fake Discord server: settings and entry point. Its parts are in the packages below. */
@NullMarked
package dev.brandingbot.sandbox.discord;

import org.jspecify.annotations.NullMarked;
