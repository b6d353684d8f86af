/**
 * What the stand-ins for Discord's and GitHub's servers have in common: a server on loopback that writes down every
 * request, can be slowed down, and fails on demand.
 */
@NullMarked
package dev.brandingbot.sandbox.server;

import org.jspecify.annotations.NullMarked;
