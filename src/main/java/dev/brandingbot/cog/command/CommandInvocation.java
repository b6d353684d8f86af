package dev.brandingbot.cog.command;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.state.Invoker;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/**
 * A command that a member invoked.
 *
 * @param command the command
 * @param options the values of the options by name
 * @param memberId the member's id
 */
public record CommandInvocation(BrandingCommand command, Map<String, String> options, long memberId) {
    public CommandInvocation {
        options = Map.copyOf(options);
    }

    /** Reads an invocation from Discord's event; empty if the command is not one of the bot's. */
    static Optional<CommandInvocation> of(CommandInteractionPayload call) {
        return BrandingCommand.byPath(call.getFullCommandName())
                .map(command -> new CommandInvocation(
                        command,
                        call.getOptions().stream().collect(toMap(OptionMapping::getName, OptionMapping::getAsString)),
                        call.getUser().getIdLong()));
    }

    /** The invoker to record in the history. */
    Invoker invoker() {
        return new Invoker(memberId, command.path());
    }

    /** The value of {@code option}, if it was given. */
    Optional<String> option(CommandOption option) {
        return Optional.ofNullable(options.get(option.id())).map(String::strip).filter(text -> !text.isEmpty());
    }
}
