package dev.supie.domain.peer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first date in somebody's words, in Chinese or English, as an ISO date, with a time of day if
/// one is said with it. A weekday is the next one, never today.
final class DueWords {

    private static final Pattern ISO = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})\\b");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})月(\\d{1,2})[日号]");
    private static final WordList NEAR =
            new WordList("后天|明天|明早|明晚|今天|今晚", "day after tomorrow|tomorrow|today|tonight");
    private static final WordList WEEKDAY =
            new WordList(
                    "周一|周二|周三|周四|周五|周六|周日|周天"
                            + "|星期一|星期二|星期三|星期四|星期五|星期六|星期日|星期天"
                            + "|礼拜一|礼拜二|礼拜三|礼拜四|礼拜五|礼拜六|礼拜日|礼拜天",
                    "monday|tuesday|wednesday|thursday|friday|saturday|sunday");
    private static final Pattern CLOCK =
            Pattern.compile(
                    "\\b([01]?\\d|2[0-3])[:：]([0-5]\\d)"
                            + "|(下午|晚上|今晚|明晚|中午)?(\\d{1,2})点(半)?"
                            + "|\\b(\\d{1,2}) ?(am|pm)\\b");
    private static final String CHINESE_DAYS = "一二三四五六";

    private DueWords() {}

    /// Empty if there is none.
    static String in(String lower, LocalDate today) {
        return dateIn(lower, today)
                .map(
                        date ->
                                timeIn(lower)
                                        .map(time -> LocalDateTime.of(date, time).toString())
                                        .orElseGet(date::toString))
                .orElse("");
    }

    /// One character is looked for before a pattern with it, because that takes far less.
    private static Optional<LocalDate> dateIn(String lower, LocalDate today) {
        Matcher iso = ISO.matcher(lower);
        if (lower.indexOf('-') >= 0 && iso.find()) {
            return parsed(iso.group(1));
        }
        Matcher monthDay = MONTH_DAY.matcher(lower);
        if (lower.indexOf('月') >= 0 && monthDay.find()) {
            return nextOf(monthDay.toMatchResult(), today);
        }
        return NEAR.firstIn(lower)
                .map(word -> today.plusDays(daysTo(word)))
                .or(
                        () ->
                                WEEKDAY.firstIn(lower)
                                        .map(word -> TemporalAdjusters.next(dayOf(word)))
                                        .map(today::with));
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// This year, or the next if that day is over.
    private static Optional<LocalDate> nextOf(MatchResult monthDay, LocalDate today) {
        String form =
                "-%02d-%02d"
                        .formatted(
                                Integer.parseInt(monthDay.group(1)),
                                Integer.parseInt(monthDay.group(2)));
        return parsed(today.getYear() + form)
                .flatMap(
                        date ->
                                date.isBefore(today)
                                        ? parsed(today.getYear() + 1 + form)
                                        : Optional.of(date));
    }

    private static int daysTo(String word) {
        return switch (word) {
            case "后天", "day after tomorrow" -> 2;
            case "明天", "明早", "明晚", "tomorrow" -> 1;
            default -> 0;
        };
    }

    private static DayOfWeek dayOf(String weekday) {
        if (weekday.endsWith("day")) {
            return DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT));
        }
        int day = CHINESE_DAYS.indexOf(weekday.charAt(weekday.length() - 1));
        return day < 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(day + 1);
    }

    private static Optional<LocalTime> timeIn(String lower) {
        Matcher clock = CLOCK.matcher(lower);
        if (!clock.find()) {
            return Optional.empty();
        }
        if (clock.group(1) != null) {
            return time(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)));
        }
        if (clock.group(4) != null) {
            int hour = Integer.parseInt(clock.group(4));
            boolean later = clock.group(3) != null && hour < 12;
            return time(later ? hour + 12 : hour, clock.group(5) == null ? 0 : 30);
        }
        int hour = Integer.parseInt(clock.group(6));
        if (hour < 1 || hour > 12) {
            return Optional.empty();
        }
        return time(hour % 12 + (clock.group(7).equals("pm") ? 12 : 0), 0);
    }

    private static Optional<LocalTime> time(int hour, int minute) {
        return hour > 23 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
