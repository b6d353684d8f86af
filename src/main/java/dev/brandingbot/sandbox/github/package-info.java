/** A fake of GitHub that serves a folder as a repository. */
@NullMarked
package dev.brandingbot.sandbox.github;

import org.jspecify.annotations.NullMarked;
