package dev.brandingbot.sandbox.discord.validation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.discord.model.Uploads;
import dev.brandingbot.sandbox.server.Json;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageValidatorTest {
    @ParameterizedTest
    @CsvSource({"title, 256", "description, 4096"})
    void acceptsTextsUpToTheLimit(String field, int limit) {
        assertTaken(embed("'" + field + "': '" + "x".repeat(limit) + "'"));
        assertRefused(embed("'" + field + "': '" + "x".repeat(limit + 1) + "'"), "/errors/embeds/0/" + field);
    }

    @ParameterizedTest
    @CsvSource({"footer, text, 2048", "author, name, 256"})
    void acceptsNestedTextsUpToTheLimit(String part, String field, int limit) {
        var embed = "'title': 'x', '%s': {'%s': '%s'}";
        assertTaken(embed(embed.formatted(part, field, "x".repeat(limit))));
        assertRefused(
                embed(embed.formatted(part, field, "x".repeat(limit + 1))), "/errors/embeds/0/" + part + "/" + field);
    }

    @Test
    void countsCharactersBeyondTheBasicPlaneOnce() {
        assertTaken(embed("'title': '" + "🎃".repeat(256) + "'"));
    }

    @Test
    void acceptsTwentyFiveFieldsWithNameAndValue() {
        var field = "{'name': 'n', 'value': 'v'}";
        assertTaken(embed("'fields': [" + repeated(field, 25) + "]"));
        assertRefused(embed("'fields': [" + repeated(field, 26) + "]"), "/errors/embeds/0/fields");
        assertRefused(embed("'fields': [{'name': 'n', 'value': ''}]"), "/errors/embeds/0/fields/0/value");
        assertRefused(
                embed("'fields': [{'name': 'n', 'value': '" + "x".repeat(1_025) + "'}]"),
                "/errors/embeds/0/fields/0/value");
    }

    @Test
    void acceptsSixThousandCharactersInAllEmbeds() {
        var half = "{'description': '" + "x".repeat(3_000) + "'}";
        assertTaken("{'embeds': [" + half + ", " + half + "]}");
        assertRefused("{'embeds': [" + half + ", " + half + ", {'title': 'x'}]}", "/errors/embeds");
    }

    @Test
    void acceptsTenEmbeds() {
        assertTaken("{'embeds': [" + repeated("{'title': 'x'}", 10) + "]}");
        assertRefused("{'embeds': [" + repeated("{'title': 'x'}", 11) + "]}", "/errors/embeds");
    }

    @Test
    void refusesAnEmbedWithNothingInIt() {
        assertRefused(embed("'color': 3"), "/errors/embeds/0/description");
    }

    @Test
    void acceptsFiveRowsOfFiveButtonsWithUniqueIds() {
        assertTaken("{'content': 'x', 'components': [" + row("a") + ", " + row("b") + "]}");
        assertRefused(
                "{'content': 'x', 'components': [" + row("a") + ", " + row("a") + "]}",
                "/errors/components/1/components/0/custom_id");
        assertRefused(
                "{'content': 'x', 'components': ["
                        + String.join(", ", row("a"), row("b"), row("c"), row("d"), row("e"), row("f")) + "]}",
                "/errors/components");
        assertRefused(
                "{'content': 'x', 'components': [{'type': 1, 'components': []}]}", "/errors/components/0/components");
        assertRefused(
                "{'content': 'x', 'components': [" + row("x".repeat(101)) + "]}",
                "/errors/components/0/components/0/custom_id");
    }

    @Test
    void acceptsANonceOfTwentyFiveCharacters() {
        assertTaken("{'content': 'x', 'nonce': '" + "n".repeat(25) + "'}");
        assertRefused("{'content': 'x', 'nonce': '" + "n".repeat(26) + "'}", "/errors/nonce");
    }

    private static String embed(String fields) {
        return "{'embeds': [{" + fields + "}]}";
    }

    private static String row(String id) {
        return "{'type': 1, 'components': [{'type': 2, 'style': 1, 'label': 'x', 'custom_id': '" + id + "'}]}";
    }

    private static String repeated(String json, int times) {
        return String.join(", ", Collections.nCopies(times, json));
    }

    private static void assertTaken(String message) {
        assertThatCode(() -> check(message)).doesNotThrowAnyException();
    }

    private static void assertRefused(String message, String pointer) {
        assertThatThrownBy(() -> check(message))
                .isInstanceOf(DiscordApiException.class)
                .matches(refusal ->
                        ((DiscordApiException) refusal).body().at(pointer).has("_errors"));
    }

    private static void check(String message) throws JsonProcessingException {
        MessageValidator.validateNew(Json.parse(message.replace('\'', '"')), new Uploads(Map.of()));
    }
}
