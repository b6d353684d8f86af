package dev.brandingbot.event.date.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The months of the Islamic, Hebrew and Persian calendars, each calendar's in their order. */
enum ForeignMonth {
    MUHARRAM(Era.ISLAMIC, 1, "Muharram"),
    SAFAR(Era.ISLAMIC, 2, "Safar"),
    RABI_AL_AWWAL(Era.ISLAMIC, 3, "Rabi al-Awwal, Rabi ul-Awwal, Rabi I, Rabi al-Awal"),
    RABI_AL_THANI(Era.ISLAMIC, 4, "Rabi al-Thani, Rabi ath-Thani, Rabi al-Akhir, Rabi ul-Akhir, Rabi II"),
    JUMADA_AL_ULA(Era.ISLAMIC, 5, "Jumada al-Ula, Jumada al-Awwal, Jumada I"),
    JUMADA_AL_THANI(Era.ISLAMIC, 6, "Jumada al-Thani, Jumada al-Thaniya, Jumada al-Akhira, Jumada II"),
    RAJAB(Era.ISLAMIC, 7, "Rajab"),
    SHABAN(Era.ISLAMIC, 8, "Shaban, Shaaban"),
    RAMADAN(Era.ISLAMIC, 9, "Ramadan, Ramadhan, Ramazan"),
    SHAWWAL(Era.ISLAMIC, 10, "Shawwal, Shawal"),
    DHU_AL_QADAH(Era.ISLAMIC, 11, "Dhu al-Qadah, Dhu al-Qidah, Dhul Qadah, Dhul Qidah, Zulkadah"),
    DHU_AL_HIJJAH(Era.ISLAMIC, 12, "Dhu al-Hijjah, Dhu al-Hijja, Dhul Hijjah, Dhul Hijja, Zulhijjah"),

    TISHRI(Era.HEBREW, 1, "Tishri, Tishrei"),
    HESHVAN(Era.HEBREW, 2, "Heshvan, Cheshvan, Marheshvan, Marcheshvan"),
    KISLEV(Era.HEBREW, 3, "Kislev, Chislev"),
    TEVET(Era.HEBREW, 4, "Tevet, Teveth"),
    SHEVAT(Era.HEBREW, 5, "Shevat, Shvat"),
    /** In a leap year the second of two. */
    ADAR(Era.HEBREW, 7, "Adar, Adar II"),
    NISAN(Era.HEBREW, 8, "Nisan, Nissan"),
    IYAR(Era.HEBREW, 9, "Iyar, Iyyar"),
    SIVAN(Era.HEBREW, 10, "Sivan"),
    TAMMUZ(Era.HEBREW, 11, "Tammuz, Tamuz"),
    AV(Era.HEBREW, 12, "Av"),
    ELUL(Era.HEBREW, 13, "Elul"),

    FARVARDIN(Era.PERSIAN, 1, "Farvardin"),
    ORDIBEHESHT(Era.PERSIAN, 2, "Ordibehesht"),
    KHORDAD(Era.PERSIAN, 3, "Khordad"),
    TIR(Era.PERSIAN, 4, "Tir"),
    MORDAD(Era.PERSIAN, 5, "Mordad, Amordad"),
    SHAHRIVAR(Era.PERSIAN, 6, "Shahrivar"),
    MEHR(Era.PERSIAN, 7, "Mehr"),
    ABAN(Era.PERSIAN, 8, "Aban"),
    AZAR(Era.PERSIAN, 9, "Azar"),
    DEY(Era.PERSIAN, 10, "Dey, Dei"),
    BAHMAN(Era.PERSIAN, 11, "Bahman"),
    ESFAND(Era.PERSIAN, 12, "Esfand, Isfand");

    /** The months by each of their spellings. */
    static final Map<String, ForeignMonth> BY_KEY = Spelling.byKey(values(), month -> month.spellings);

    /** The months by the words of each of their spellings. */
    static final List<Map.Entry<List<String>, ForeignMonth>> BY_WORDS =
            Spelling.byWords(values(), month -> month.spellings);

    private final Era era;
    private final int number;
    private final String spellings;

    /** @param spellings with commas between them, the one to be written first */
    ForeignMonth(Era era, int number, String spellings) {
        this.era = era;
        this.number = number;
        this.spellings = spellings;
    }

    /** Which calendar a month is of. */
    enum Era {
        ISLAMIC(30),
        HEBREW(30),
        PERSIAN(31);

        private final int longest;

        Era(int longest) {
            this.longest = longest;
        }
    }

    String title() {
        return Spelling.first(spellings);
    }

    /** How many days a month of this calendar has at most. */
    int longest() {
        return era.longest;
    }

    /** The days of a Gregorian year on which this month has that day; its last day where it is shorter. */
    List<LocalDate> days(int day, int year) {
        return switch (era) {
            case ISLAMIC -> isKnownIn(year) ? ForeignCalendars.islamic(number, day, year) : List.of();
            case HEBREW -> ForeignCalendars.hebrew(number, day, year);
            case PERSIAN -> ForeignCalendars.persian(number, day, year);
        };
    }

    /** Whether the calendar is known in a Gregorian year. */
    boolean isKnownIn(int year) {
        return era != Era.ISLAMIC || (year >= ForeignCalendars.FIRST_ISLAMIC && year <= ForeignCalendars.LAST_ISLAMIC);
    }
}
