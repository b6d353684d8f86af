package dev.brandingbot.app;

/** The program's entry. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        System.out.println("branding-bot");
    }
}
