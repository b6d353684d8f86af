/** Images that go with answers: loading, caching and scaling off the event thread. */
@NullMarked
package dev.brandingbot.cog.image;

import org.jspecify.annotations.NullMarked;
