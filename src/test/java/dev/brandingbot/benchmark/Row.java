package dev.brandingbot.benchmark;

/**
 * A line of the table.
 *
 * @param what was measured
 * @param figure what came out, with its unit
 * @param target what is wanted, or nothing
 */
record Row(String what, String figure, String target) {
    String markdown() {
        return "| %s | %s | %s |".formatted(what, figure, target);
    }
}
