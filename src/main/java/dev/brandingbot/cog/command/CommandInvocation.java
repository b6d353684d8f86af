package dev.brandingbot.cog.command;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.state.Invoker;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/**
 * A command as a member called it.
 *
 * @param command which one
 * @param options what was given along, by name
 * @param memberId the member's id
 */
public record CommandInvocation(BrandingCommand command, Map<String, String> options, long memberId) {
    public CommandInvocation {
        options = Map.copyOf(options);
    }

    /** The call that Discord tells of; nothing when the command is none of ours. */
    static Optional<CommandInvocation> of(CommandInteractionPayload call) {
        return BrandingCommand.byPath(call.getFullCommandName())
                .map(command -> new CommandInvocation(
                        command,
                        call.getOptions().stream().collect(toMap(OptionMapping::getName, OptionMapping::getAsString)),
                        call.getUser().getIdLong()));
    }

    /** Who called it, as the history tells it. */
    Invoker invoker() {
        return new Invoker(memberId, command.path());
    }

    /** What was given as {@code option}, if anything. */
    Optional<String> option(CommandOption option) {
        return Optional.ofNullable(options.get(option.id())).map(String::strip).filter(text -> !text.isEmpty());
    }
}
