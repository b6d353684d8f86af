/** Reads and checks the settings from the file, the environment and {@code .env}. */
@NullMarked
package dev.brandingbot.app.settings;

import org.jspecify.annotations.NullMarked;
