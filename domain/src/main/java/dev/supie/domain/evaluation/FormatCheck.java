package dev.supie.domain.evaluation;

import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for [FormatFault]s. Pure.
final class FormatCheck {

    private static final Pattern MARKUP = Pattern.compile("^[{\\[]|```|\"\\s*:\\s*[\"\\[{]");

    private FormatCheck() {}

    static Set<FormatFault> faults(Minutes minutes) {
        Set<FormatFault> faults = EnumSet.noneOf(FormatFault.class);
        if (minutes.title().isBlank()) {
            faults.add(FormatFault.NO_TITLE);
        }
        if (minutes.title().length() > Notes.TITLE_CHARS_MAX) {
            faults.add(FormatFault.TITLE_TOO_LONG);
        }
        if (minutes.bullets().isEmpty()) {
            faults.add(FormatFault.NO_BULLET);
        }
        if (minutes.bullets().size() > Minutes.BULLETS_MAX) {
            faults.add(FormatFault.TOO_MANY_BULLETS);
        }
        if (others(minutes).anyMatch(lines -> lines.size() > Minutes.OTHERS_MAX)) {
            faults.add(FormatFault.TOO_MANY_OTHERS);
        }
        MinutesLines.of(minutes).forEach(line -> look(line, faults));
        lookForMarkup(minutes.title(), faults);
        return faults;
    }

    private static Stream<List<String>> others(Minutes minutes) {
        return Stream.of(
                minutes.decisions(), minutes.actions(), minutes.risks(), minutes.nextSteps());
    }

    private static void look(String line, Set<FormatFault> faults) {
        if (line.isBlank()) {
            faults.add(FormatFault.BLANK_LINE);
        }
        if (line.length() > Note.TEXT_CHARS_MAX) {
            faults.add(FormatFault.LINE_TOO_LONG);
        }
        lookForMarkup(line, faults);
    }

    private static void lookForMarkup(String line, Set<FormatFault> faults) {
        if (line.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(FormatFault.CONTROL_CHARACTER);
        }
        if (MARKUP.matcher(line).find()) {
            faults.add(FormatFault.MARKUP);
        }
    }
}
