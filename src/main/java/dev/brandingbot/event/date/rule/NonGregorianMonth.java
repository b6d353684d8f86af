package dev.brandingbot.event.date.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The months of the Islamic, Hebrew and Persian calendars, in calendar order. */
enum NonGregorianMonth {
    MUHARRAM(CalendarSystem.ISLAMIC, 1, "Muharram"),
    SAFAR(CalendarSystem.ISLAMIC, 2, "Safar"),
    RABI_AL_AWWAL(CalendarSystem.ISLAMIC, 3, "Rabi al-Awwal, Rabi ul-Awwal, Rabi I, Rabi al-Awal"),
    RABI_AL_THANI(CalendarSystem.ISLAMIC, 4, "Rabi al-Thani, Rabi ath-Thani, Rabi al-Akhir, Rabi ul-Akhir, Rabi II"),
    JUMADA_AL_ULA(CalendarSystem.ISLAMIC, 5, "Jumada al-Ula, Jumada al-Awwal, Jumada I"),
    JUMADA_AL_THANI(CalendarSystem.ISLAMIC, 6, "Jumada al-Thani, Jumada al-Thaniya, Jumada al-Akhira, Jumada II"),
    RAJAB(CalendarSystem.ISLAMIC, 7, "Rajab"),
    SHABAN(CalendarSystem.ISLAMIC, 8, "Shaban, Shaaban"),
    RAMADAN(CalendarSystem.ISLAMIC, 9, "Ramadan, Ramadhan, Ramazan"),
    SHAWWAL(CalendarSystem.ISLAMIC, 10, "Shawwal, Shawal"),
    DHU_AL_QADAH(CalendarSystem.ISLAMIC, 11, "Dhu al-Qadah, Dhu al-Qidah, Dhul Qadah, Dhul Qidah, Zulkadah"),
    DHU_AL_HIJJAH(CalendarSystem.ISLAMIC, 12, "Dhu al-Hijjah, Dhu al-Hijja, Dhul Hijjah, Dhul Hijja, Zulhijjah"),

    TISHRI(CalendarSystem.HEBREW, 1, "Tishri, Tishrei"),
    HESHVAN(CalendarSystem.HEBREW, 2, "Heshvan, Cheshvan, Marheshvan, Marcheshvan"),
    KISLEV(CalendarSystem.HEBREW, 3, "Kislev, Chislev"),
    TEVET(CalendarSystem.HEBREW, 4, "Tevet, Teveth"),
    SHEVAT(CalendarSystem.HEBREW, 5, "Shevat, Shvat"),
    /** Adar II in a leap year. */
    ADAR(CalendarSystem.HEBREW, 7, "Adar, Adar II"),
    NISAN(CalendarSystem.HEBREW, 8, "Nisan, Nissan"),
    IYAR(CalendarSystem.HEBREW, 9, "Iyar, Iyyar"),
    SIVAN(CalendarSystem.HEBREW, 10, "Sivan"),
    TAMMUZ(CalendarSystem.HEBREW, 11, "Tammuz, Tamuz"),
    AV(CalendarSystem.HEBREW, 12, "Av"),
    ELUL(CalendarSystem.HEBREW, 13, "Elul"),

    FARVARDIN(CalendarSystem.PERSIAN, 1, "Farvardin"),
    ORDIBEHESHT(CalendarSystem.PERSIAN, 2, "Ordibehesht"),
    KHORDAD(CalendarSystem.PERSIAN, 3, "Khordad"),
    TIR(CalendarSystem.PERSIAN, 4, "Tir"),
    MORDAD(CalendarSystem.PERSIAN, 5, "Mordad, Amordad"),
    SHAHRIVAR(CalendarSystem.PERSIAN, 6, "Shahrivar"),
    MEHR(CalendarSystem.PERSIAN, 7, "Mehr"),
    ABAN(CalendarSystem.PERSIAN, 8, "Aban"),
    AZAR(CalendarSystem.PERSIAN, 9, "Azar"),
    DEY(CalendarSystem.PERSIAN, 10, "Dey, Dei"),
    BAHMAN(CalendarSystem.PERSIAN, 11, "Bahman"),
    ESFAND(CalendarSystem.PERSIAN, 12, "Esfand, Isfand");

    /** The months by the keys of their spellings. */
    static final Map<String, NonGregorianMonth> BY_KEY = Aliases.byKey(values(), month -> month.spellings);

    /** The months by the words of their spellings. */
    static final List<Map.Entry<List<String>, NonGregorianMonth>> BY_WORDS =
            Aliases.byWords(values(), month -> month.spellings);

    private final CalendarSystem calendar;
    private final int number;
    private final String spellings;

    /** @param spellings the spellings, separated by commas; the first is the official one */
    NonGregorianMonth(CalendarSystem calendar, int number, String spellings) {
        this.calendar = calendar;
        this.number = number;
        this.spellings = spellings;
    }

    /** The calendar of a month. */
    enum CalendarSystem {
        ISLAMIC(30),
        HEBREW(30),
        PERSIAN(31);

        private final int maxDays;

        CalendarSystem(int maxDays) {
            this.maxDays = maxDays;
        }
    }

    String title() {
        return Aliases.primary(spellings);
    }

    /** Returns the maximum number of days in a month of this calendar. */
    int maxDays() {
        return calendar.maxDays;
    }

    /**
     * Returns the Gregorian dates of a day of this month in a Gregorian year; the last day of the month if it is
     * shorter.
     */
    List<LocalDate> days(int day, int year) {
        return switch (calendar) {
            case ISLAMIC -> isDefinedFor(year) ? Time4jCalendars.islamic(number, day, year) : List.of();
            case HEBREW -> Time4jCalendars.hebrew(number, day, year);
            case PERSIAN -> Time4jCalendars.persian(number, day, year);
        };
    }

    /** Whether the calendar is defined for a Gregorian year. */
    boolean isDefinedFor(int year) {
        return calendar != CalendarSystem.ISLAMIC
                || (year >= Time4jCalendars.FIRST_ISLAMIC && year <= Time4jCalendars.LAST_ISLAMIC);
    }
}
