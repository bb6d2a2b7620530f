package dev.supie.adapter.in.http;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// The name under which a browser keeps an exported meeting: day and title where the title can be
/// written, else day and id.
record ExportName(String id, String title, OffsetDateTime startedAt) {

    /// File systems allow 255 bytes.
    private static final int TITLE_CODE_POINTS_MAX = 50;

    /// What some file system or shell takes for something else, and the space that follows it.
    private static final Pattern UNUSABLE =
            Pattern.compile("[\\p{C}\\p{Z}\\\\/:*?\"<>|%;'`$&]+|^[.~-]+|[.]+$");

    private static final String UNRESERVED = "-._~";

    /// RFC 6266: the plain name for old programs, beside it one in UTF-8.
    String disposition(String extension) {
        String day = DateTimeFormatter.ISO_LOCAL_DATE.format(startedAt);
        String plain = "meeting-" + day + "-" + id + "." + extension;
        String usable = UNUSABLE.matcher(beginning()).replaceAll(" ").strip();
        String telling = usable.isEmpty() ? plain : day + " " + usable + "." + extension;
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(telling);
    }

    private String beginning() {
        return title.codePointCount(0, title.length()) <= TITLE_CODE_POINTS_MAX
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE_CODE_POINTS_MAX));
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) each;
            boolean plain =
                    each > 0
                            && (Character.isLetterOrDigit(character)
                                    || UNRESERVED.indexOf(character) >= 0);
            if (plain) {
                encoded.append(character);
            } else {
                encoded.append("%%%02X".formatted(each));
            }
        }
        return encoded.toString();
    }
}
