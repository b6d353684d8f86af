/**
 * Benchmarks of fetches from GitHub, the start, memory, and an idle hour. They are not part of the tests: {@code mvn -Pbenchmark
 * verify} runs them and prints a table.
 */
@NullMarked
package dev.brandingbot.benchmark;

import org.jspecify.annotations.NullMarked;
