package dev.brandingbot.cog.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brandingbot.support.Texts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * The value of an autocomplete choice: the name itself or, if it is longer than Discord allows, a shortened name with a hash that
 * keeps it unique.
 */
final class ChoiceValue {
    private static final int MAX_LENGTH = OptionData.MAX_CHOICE_VALUE_LENGTH;
    private static final int HASH_BYTES = 8;

    private ChoiceValue() {}

    /** Returns the value for a name. */
    static String of(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        var hash = "#" + HexFormat.of().formatHex(hash(name), 0, HASH_BYTES);
        return Texts.cut(name, MAX_LENGTH - hash.length()) + hash;
    }

    /** Returns a choice of {@code name} that is shown as {@code label}. */
    static Choice choice(String label, String name) {
        return new Choice(Texts.cut(label, OptionData.MAX_CHOICE_NAME_LENGTH), of(name));
    }

    /** Returns the name whose value was sent back, or the value itself if it belongs to none of {@code names}. */
    static String resolve(String value, Collection<String> names) {
        return names.stream()
                .filter(name -> of(name).equals(value.strip()))
                .findFirst()
                .orElse(value);
    }

    private static byte[] hash(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
