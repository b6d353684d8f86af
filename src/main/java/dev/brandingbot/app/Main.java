package dev.brandingbot.app;

/** The program's entry. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line and ends the process with its status.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        System.exit(BrandingBotCommand.with().execute(arguments));
    }
}
