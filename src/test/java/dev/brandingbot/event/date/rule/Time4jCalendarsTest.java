package dev.brandingbot.event.date.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Time4jCalendarsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "July 10 to July 16",
                "July 10 2027 for 3 days",
                "first Saturday of May to last Friday of May",
                "Diwali for 5 days",
                "2027: October 29 to October 31; otherwise Holi for 1 day",
            })
    void isNotLoadedForOtherDates(String dates) throws Exception {
        try (var classes = withoutTime4j()) {
            assertThat(occurrencesIn2027(classes, dates)).isNotEqualTo("[]");
        }
    }

    @Test
    void isNotLoadedToParseHoliday() throws Exception {
        try (var classes = withoutTime4j()) {
            assertThat(parsed(classes, "Easter to 1 Shawwal")).hasToString("Easter to 1 Shawwal");
        }
    }

    @Test
    void isLoadedForEaster() throws Exception {
        try (var classes = withoutTime4j()) {
            assertThatThrownBy(() -> occurrencesIn2027(classes, "Easter to Easter"))
                    .isInstanceOf(InvocationTargetException.class)
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    /** Loads only this program's classes and those of the JDK. */
    private static URLClassLoader withoutTime4j() {
        var own = DateRule.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader());
    }

    private static String occurrencesIn2027(ClassLoader classes, String dates) throws Exception {
        var type = classes.loadClass("dev.brandingbot.event.date.EventDates");
        return type.getMethod("occurrencesStartingIn", int.class)
                .invoke(parsed(classes, dates), 2027)
                .toString();
    }

    private static Object parsed(ClassLoader classes, String dates) throws Exception {
        var type = classes.loadClass("dev.brandingbot.event.date.EventDates");
        var parsed = type.getMethod("parse", String.class).invoke(null, dates);
        return ((Optional<?>) parsed).orElseThrow();
    }
}
