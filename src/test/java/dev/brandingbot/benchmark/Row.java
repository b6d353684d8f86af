package dev.brandingbot.benchmark;

/**
 * A line of the table.
 *
 * @param what was measured
 * @param figure the result, with its unit
 * @param target the target; may be empty
 */
record Row(String what, String figure, String target) {
    String markdown() {
        return "| %s | %s | %s |".formatted(what, figure, target);
    }
}
