/**
 * Where the files of a branding repository come from: the interface of a source, its file tree, and the source that
 * reads a folder. GitHub has a package of its own.
 */
@NullMarked
package dev.brandingbot.repository.source;

import org.jspecify.annotations.NullMarked;
