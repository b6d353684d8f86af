/** Validation of request bodies by the fake Discord server, as strict as that of Discord. */
@NullMarked
package dev.brandingbot.sandbox.discord.validation;

import org.jspecify.annotations.NullMarked;
