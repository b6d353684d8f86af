package dev.brandingbot.cog.command;

import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** The options of commands. All of them are text. */
enum CommandOption {
    OTHER_EVENT("event", "Another event. Default: the active one", false, true),
    EVENT("event", "Which event", true, true),
    UNTIL("until", "Last day (e.g. July 10 or 2027-07-10). Default: until unpinned", false, true),
    ASSET("asset", "Which one of the active event. Default: the next in the rotation", false, true);

    private final String id;
    private final String description;
    private final boolean isRequired;
    private final boolean hasAutocomplete;

    CommandOption(String id, String description, boolean isRequired, boolean isCompleted) {
        this.id = id;
        this.description = description;
        this.isRequired = isRequired;
        this.hasAutocomplete = isCompleted;
    }

    /** The name of the option. */
    String id() {
        return id;
    }

    /** The data to register at Discord. */
    OptionData data() {
        return new OptionData(OptionType.STRING, id, description, isRequired, hasAutocomplete);
    }
}
