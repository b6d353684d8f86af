/**
 * Reads a branding repository through GitHub's REST API with few requests, within its rate limits. No other package
 * sends HTTP requests.
 */
@NullMarked
package dev.brandingbot.repository.github;

import org.jspecify.annotations.NullMarked;
