/**
 * What the bot costs: looks at GitHub, the start, memory, an idle hour. Apart from the tests: {@code mvn -Pbenchmark verify} runs
 * it and prints a table.
 */
@NullMarked
package dev.brandingbot.benchmark;

import org.jspecify.annotations.NullMarked;
