/**
 * The slash commands: who may use them, what they do and how they are answered. The embeds of the answers are made in {@code
 * cog.embed} and by the {@code …Embeds} classes here.
 */
@NullMarked
package dev.brandingbot.cog.command;

import org.jspecify.annotations.NullMarked;
