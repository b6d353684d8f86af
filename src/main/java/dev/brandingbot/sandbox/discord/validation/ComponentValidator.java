package dev.brandingbot.sandbox.discord.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.discord.model.FormErrors;
import java.util.HashSet;
import java.util.Set;

/** Validates the rows of buttons and menus of a message against Discord's limits. */
final class ComponentValidator {
    private static final int ACTION_ROW = 1;
    private static final int BUTTON = 2;
    private static final int LINK_STYLE = 5;
    private static final int MAX_ITEMS = 5;
    private static final int MAX_ID_LENGTH = 100;
    private static final int MAX_LABEL_LENGTH = 80;

    private final FormErrors errors;
    private final Set<String> ids = new HashSet<>();

    ComponentValidator(FormErrors errors) {
        this.errors = errors;
    }

    void check(JsonNode rows) {
        checkSize("components", rows, 0);
        for (var i = 0; i < rows.size(); i++) {
            checkRow("components." + i, rows.get(i));
        }
    }

    private void checkRow(String path, JsonNode row) {
        if (row.path("type").asInt() != ACTION_ROW) {
            errors.add(path + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            return;
        }
        var components = row.path("components");
        checkSize(path + ".components", components, 1);
        for (var i = 0; i < components.size(); i++) {
            checkComponent(path + ".components." + i, components.get(i));
        }
    }

    private void checkComponent(String path, JsonNode component) {
        var isButton = component.path("type").asInt() == BUTTON;
        if (isButton) {
            errors.checkLength(
                    path + ".label", component.path("label"), component.has("emoji") ? 0 : 1, MAX_LABEL_LENGTH);
        }
        if (isButton && component.path("style").asInt() == LINK_STYLE) {
            errors.checkLength(path + ".url", component.path("url"), 1, 512);
            return;
        }
        errors.checkLength(path + ".custom_id", component.path("custom_id"), 1, MAX_ID_LENGTH);
        if (!ids.add(component.path("custom_id").asText())) {
            errors.add(
                    path + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    private void checkSize(String path, JsonNode components, int min) {
        if (components.size() > MAX_ITEMS || components.size() < min) {
            errors.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
    }
}
