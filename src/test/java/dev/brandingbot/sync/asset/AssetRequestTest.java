package dev.brandingbot.sync.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventMetadata;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetRequestTest {
    private static final BrandingEvent EVENT = new BrandingEvent(
            "events/fete",
            EventMetadata.of(Optional.empty(), "Words"),
            "1",
            List.of(),
            List.of(icon("fete.png"), icon("fe\u0302te.png"), icon("F\u00caTE.png"), icon("e\u0301te\u0301.png")));

    @ParameterizedTest
    @CsvSource({
        "fete.png,             fete.png",
        "FETE.PNG,             fete.png",
        "\u00e9t\u00e9.png,    e\u0301te\u0301.png",
        "\u00c9T\u00c9.PNG,    e\u0301te\u0301.png",
        "F\u00caTE.png,        F\u00caTE.png",
        "fe\u0302te.png,       fe\u0302te.png",
    })
    void findsAFileHoweverItsAccentsAreStored(String typed, String name) {
        assertThat(new AssetRequest(AssetKind.ICON, Optional.of(typed)).asset(EVENT))
                .map(Asset::name)
                .contains(name);
    }

    private static Asset icon(String name) {
        return new Asset("events/fete/server_icons/" + name, name, 1);
    }
}
