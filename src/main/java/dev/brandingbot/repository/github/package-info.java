/**
 * Reads a branding repository from GitHub with as few requests as possible, within its rate limits. The only package
 * that knows HTTP.
 */
@NullMarked
package dev.brandingbot.repository.github;

import org.jspecify.annotations.NullMarked;
