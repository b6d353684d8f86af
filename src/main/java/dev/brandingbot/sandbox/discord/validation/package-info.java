/** Checks of request bodies in the fake of Discord, as strict as Discord's own. */
@NullMarked
package dev.brandingbot.sandbox.discord.validation;

import org.jspecify.annotations.NullMarked;
