package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.discord.client.CommandCompleter.Choice;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a person, or a script, types lines. */
interface LineInput {
    /**
     * Blocks until a line was typed.
     *
     * @param prompt what stands before the line, where a person types
     * @return the line; null at the end of the input
     */
    @Nullable
    String readLine(String prompt) throws IOException;

    /** Lets {@code choices} say what can come next after a text, where a person types. */
    default void complete(Function<String, List<Choice>> choices) {}
}
