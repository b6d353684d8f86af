package dev.brandingbot.sandbox.discord.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;

/** Validates the definition of a slash command against Discord's limits. */
public final class CommandValidator {
    static final int SUBCOMMAND = 1;
    static final int GROUP = 2;

    private static final int MAX_ITEMS = 25;
    private static final int MAX_DESCRIPTION_LENGTH = 100;
    private static final int MAX_CHOICE_LENGTH = 100;
    private static final int LAST_TYPE = 11;
    private static final int MAX_CHARACTERS = 8_000;
    private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");

    private final FormErrors errors = new FormErrors();

    private CommandValidator() {}

    /**
     * Validates a command.
     *
     * @throws DiscordApiException if Discord would reject it
     */
    public static void validate(JsonNode command) {
        var check = new CommandValidator();
        check.checkNamed("", command);
        check.checkOptions("options", command.path("options"), 0);
        if (characters(command) > MAX_CHARACTERS) {
            check.errors.add("options", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        }
        check.errors.throwIfAny();
    }

    private void checkNamed(String prefix, JsonNode named) {
        var name = named.path("name").asText("");
        if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            errors.add(prefix + "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        errors.checkLength(prefix + "description", named.path("description"), 1, MAX_DESCRIPTION_LENGTH);
    }

    private void checkOptions(String path, JsonNode options, int depth) {
        checkSize(path, options);
        var names = new HashSet<String>();
        var isOptionalSeen = false;
        for (var i = 0; i < options.size(); i++) {
            var option = options.get(i);
            checkOption(path + "." + i + ".", option, depth);
            if (!names.add(option.path("name").asText())) {
                errors.add(path, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name must be unique");
            }
            if (isOptionalSeen && option.path("required").asBoolean()) {
                errors.add(
                        path,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            isOptionalSeen |= !option.path("required").asBoolean() && !isNested(option);
        }
        checkMixture(path, options);
    }

    private void checkOption(String path, JsonNode option, int depth) {
        checkNamed(path, option);
        var type = option.path("type").asInt();
        if (type < SUBCOMMAND || type > LAST_TYPE) {
            errors.add(path + "type", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}.");
        }
        if ((type == GROUP && depth > 0) || (type == SUBCOMMAND && depth > 1)) {
            errors.add(
                    path + "type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command groups cannot be nested");
        }
        if (type == GROUP && option.path("options").isEmpty()) {
            errors.addRequired(path + "options");
        }
        if (isNested(option)) {
            checkOptions(path + "options", option.path("options"), type == GROUP ? 1 : 2);
        }
        checkChoices(path + "choices", option);
    }

    private void checkMixture(String path, JsonNode options) {
        var nested = 0;
        for (var option : options) {
            nested += isNested(option) ? 1 : 0;
        }
        if (nested > 0 && nested < options.size()) {
            errors.add(
                    path,
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }
    }

    private void checkChoices(String path, JsonNode option) {
        var choices = option.path("choices");
        checkSize(path, choices);
        for (var i = 0; i < choices.size(); i++) {
            errors.checkLength(path + "." + i + ".name", choices.get(i).path("name"), 1, MAX_CHOICE_LENGTH);
        }
        if (!choices.isEmpty() && option.path("autocomplete").asBoolean()) {
            errors.add(path, "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID", "Autocomplete options cannot have choices");
        }
    }

    private void checkSize(String path, JsonNode list) {
        if (list.size() > MAX_ITEMS) {
            errors.add(path, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
    }

    public static boolean isNested(JsonNode option) {
        var type = option.path("type").asInt();
        return type == SUBCOMMAND || type == GROUP;
    }

    private static int characters(JsonNode named) {
        var characters = named.path("name").asText("").length()
                + named.path("description").asText("").length();
        for (var option : named.path("options")) {
            characters += characters(option);
        }
        return characters;
    }
}
