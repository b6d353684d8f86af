package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.client.CommandCompleter.Choice;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the lines that a person or a script types. */
interface LineInput {
    /**
     * Reads a line. Blocks.
     *
     * @param prompt the prompt, shown in a terminal only
     * @return the line; null at the end of the input
     */
    @Nullable
    String readLine(String prompt) throws IOException;

    /**
     * Enables completion in a terminal.
     *
     * @param choices returns the completions of a text
     */
    default void complete(Function<String, List<Choice>> choices) {}
}
