/** The year of events as a picture, PNG or SVG, and sheets of small images. */
@NullMarked
package dev.brandingbot.schedule.picture;

import org.jspecify.annotations.NullMarked;
