/**
 * The slash commands: who may use them, what they do and how they are answered. What an answer looks like is in {@code
 * cog.embed} and in the {@code …Embeds} classes here.
 */
@NullMarked
package dev.brandingbot.cog.command;

import org.jspecify.annotations.NullMarked;
