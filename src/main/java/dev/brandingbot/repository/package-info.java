/**
 * Fetches the events of a branding repository, from GitHub or from a folder, and checks them. Knows nothing of Discord's
 * state: what is wrong with the content is a {@link dev.brandingbot.repository.Finding}, what may pass is a
 * {@link dev.brandingbot.repository.RepositoryUnavailableException}.
 */
@NullMarked
package dev.brandingbot.repository;

import org.jspecify.annotations.NullMarked;
