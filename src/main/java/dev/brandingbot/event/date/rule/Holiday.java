package dev.brandingbot.event.date.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A A movable holiday. If its days begin at sunset, the date is the day after the eve. The authority for each is listed
 * in {@code docs/EVENTS.md}.
 */
enum Holiday implements DateRule {
    EASTER("Easter, Easter Sunday, Western Easter, Easter Day"),
    ORTHODOX_EASTER("Orthodox Easter, Eastern Easter, Greek Easter, Pascha, Orthodox Pascha"),
    EID_AL_FITR("Eid al-Fitr, Eid ul-Fitr, Id-ul-Fitr, Idul Fitri, Eid-e-Fitr, Eid el-Fitr"),
    EID_AL_ADHA("Eid al-Adha, Eid ul-Adha, Idul Adha, Eid-e-Adha, Eid el-Adha, Bakrid"),
    RAMADAN("Ramadan, Ramadhan, Ramazan"),
    DIWALI("Diwali, Deepavali, Divali, Dipawali"),
    HOLI("Holi"),
    LUNAR_NEW_YEAR("Lunar New Year, Chinese New Year, Spring Festival"),
    ROSH_HASHANAH("Rosh Hashanah, Rosh Hashana, Rosh Hashonah, Jewish New Year"),
    HANUKKAH("Hanukkah, Chanukah, Hanukah, Chanukkah, Hannukah"),
    NOWRUZ("Nowruz, Norouz, Nowrouz, Norooz, Nauruz, Newroz, Navroz, Persian New Year");

    /** The holidays by the keys of their spellings. */
    static final Map<String, Holiday> BY_KEY = Aliases.byKey(values(), holiday -> holiday.spellings);

    /** The holidays by the words of their spellings. */
    static final List<Map.Entry<List<String>, Holiday>> BY_WORDS =
            Aliases.byWords(values(), holiday -> holiday.spellings);

    private final String spellings;

    /** @param spellings the spellings, separated by commas; the first is the official one */
    Holiday(String spellings) {
        this.spellings = spellings;
    }

    /** Parses a name in any of its spellings. */
    static Optional<Holiday> parse(String text) {
        return Aliases.exact(text, BY_KEY);
    }

    @Override
    public List<LocalDate> datesIn(int year) {
        return switch (this) {
            case EASTER -> Time4jCalendars.easter(year);
            case ORTHODOX_EASTER -> Time4jCalendars.orthodoxEaster(year);
            case LUNAR_NEW_YEAR -> Time4jCalendars.chineseNewYear(year);
            case DIWALI, HOLI -> HolidayTable.datesIn(this, year);
            case RAMADAN -> NonGregorianMonth.RAMADAN.days(1, year);
            case EID_AL_FITR -> NonGregorianMonth.SHAWWAL.days(1, year);
            case EID_AL_ADHA -> NonGregorianMonth.DHU_AL_HIJJAH.days(10, year);
            case ROSH_HASHANAH -> NonGregorianMonth.TISHRI.days(1, year);
            case HANUKKAH -> NonGregorianMonth.KISLEV.days(25, year);
            case NOWRUZ -> NonGregorianMonth.FARVARDIN.days(1, year);
        };
    }

    @Override
    public boolean isDefinedFor(int year) {
        return switch (this) {
            case DIWALI, HOLI -> !HolidayTable.datesIn(this, year).isEmpty();
            case RAMADAN, EID_AL_FITR, EID_AL_ADHA -> NonGregorianMonth.RAMADAN.isDefinedFor(year);
            default -> true;
        };
    }

    @Override
    public String asText() {
        return Aliases.primary(spellings);
    }
}
