/**
 * What every package may use: text that people typed or pasted. Nothing here knows what the bot is for, and nothing but the JDK is
 * needed.
 */
@NullMarked
package dev.brandingbot.support;

import org.jspecify.annotations.NullMarked;
