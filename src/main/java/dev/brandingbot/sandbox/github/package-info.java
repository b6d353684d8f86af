/** A stand-in for GitHub's REST API on loopback that serves a folder as a repository. */
@NullMarked
package dev.brandingbot.sandbox.github;

import org.jspecify.annotations.NullMarked;
