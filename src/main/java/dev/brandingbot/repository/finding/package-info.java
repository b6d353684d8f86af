/** Findings: what is wrong with a repository, where, and how to fix it. */
@NullMarked
package dev.brandingbot.repository.finding;

import org.jspecify.annotations.NullMarked;
