package dev.brandingbot.sandbox.discord.validation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.server.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandValidatorTest {
    @ParameterizedTest
    @ValueSource(strings = {"branding", "eid-al_fitr", "ĳs", "日本"})
    void acceptsNamesInLowerCase(String name) {
        assertTaken("'name': '" + name + "', 'description': 'x'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Branding", "with space", "", "a123456789012345678901234567890123", "dot."})
    void refusesOtherNames(String name) {
        assertRefused("'name': '" + name + "', 'description': 'x'", "/errors/name");
    }

    @Test
    void acceptsADescriptionOfUpToAHundredCharacters() {
        assertTaken("'name': 'x', 'description': '" + "x".repeat(100) + "'");
        assertRefused("'name': 'x', 'description': '" + "x".repeat(101) + "'", "/errors/description");
        assertRefused("'name': 'x'", "/errors/description");
    }

    @Test
    void acceptsSubcommandsInGroupsOnly() {
        assertTaken(command(
                option(2, "group", ", 'options': [" + option(1, "sub", "") + "]") + ", " + option(1, "sub", "")));
        assertRefused(command(option(2, "group", "")), "/errors/options/0/options");
        assertRefused(
                command(option(2, "group", ", 'options': [" + option(2, "nested", ", 'options': []") + "]")),
                "/errors/options/0/options/0/type");
        assertRefused(command(option(1, "sub", "") + ", " + option(3, "text", "")), "/errors/options");
    }

    @Test
    void acceptsTwentyFiveOptionsWithRequiredOnesFirst() {
        assertTaken(command(options(25)));
        assertRefused(command(options(26)), "/errors/options");
        assertRefused(command(option(3, "a", "") + ", " + option(3, "b", ", 'required': true")), "/errors/options");
        assertRefused(command(option(3, "a", "") + ", " + option(3, "a", "")), "/errors/options");
    }

    @Test
    void acceptsChoicesOrSuggestionsNotBoth() {
        var choices = ", 'choices': [{'name': 'x', 'value': 'x'}]";
        assertTaken(command(option(3, "a", choices)));
        assertRefused(command(option(3, "a", choices + ", 'autocomplete': true")), "/errors/options/0/choices");
    }

    private static String command(String options) {
        return "'name': 'x', 'description': 'x', 'options': [" + options + "]";
    }

    private static String options(int count) {
        return IntStream.range(0, count).mapToObj(i -> option(3, "o" + i, "")).collect(Collectors.joining(", "));
    }

    private static String option(int type, String name, String more) {
        return "{'type': " + type + ", 'name': '" + name + "', 'description': 'x'" + more + "}";
    }

    private static void assertTaken(String fields) {
        assertThatCode(() -> check(fields)).doesNotThrowAnyException();
    }

    private static void assertRefused(String fields, String pointer) {
        assertThatThrownBy(() -> check(fields))
                .isInstanceOf(DiscordApiException.class)
                .matches(refusal ->
                        ((DiscordApiException) refusal).body().at(pointer).has("_errors"));
    }

    private static void check(String fields) throws JsonProcessingException {
        CommandValidator.validate(Json.parse("{" + fields.replace('\'', '"') + "}"));
    }
}
