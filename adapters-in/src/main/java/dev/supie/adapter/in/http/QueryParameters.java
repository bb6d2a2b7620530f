package dev.supie.adapter.in.http;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;
import dev.supie.domain.meeting.MeetingId;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the parameters of one request and remembers everything that is wrong with them, so that
/// one answer can name every wrong parameter with its allowed range (REST-1).
///
/// A wrong parameter reads as its default; whoever reads must look at [#problems] before acting.
/// Unknown parameters are ignored, as elsewhere in the protocol.
final class QueryParameters {

    private static final Set<String> YES = Set.of("", "true", "1");
    private static final Set<String> NO = Set.of("false", "0");

    /// What the decoder makes of bytes that are no UTF-8.
    private static final char UNDECODABLE = '\uFFFD';

    private final Map<String, List<String>> values;
    private final List<String> problems = new ArrayList<>();

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /// @param query the part after `?`, still percent-encoded
    static QueryParameters of(String query) {
        Map<String, List<String>> values = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
        return new QueryParameters(values);
    }

    /// The first value of a name, as it was sent.
    Optional<String> text(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    long whole(String name, long absent, long min, long max) {
        Optional<String> text = single(name);
        if (text.isEmpty()) {
            return absent;
        }
        Optional<Long> number = text.flatMap(QueryParameters::parsed);
        if (number.isEmpty() || number.get() < min || number.get() > max) {
            problems.add(name + " must be an integer " + min + ".." + max);
            return absent;
        }
        return number.get();
    }

    /// A switch: absent is off, present without a value is on.
    boolean flag(String name) {
        String text = single(name).orElse("false");
        if (!YES.contains(text) && !NO.contains(text)) {
            problems.add(name + " must be true or false");
        }
        return YES.contains(text);
    }

    /// A badge's id in any spelling of HS-1; an empty one counts as absent.
    Optional<DeviceId> device(String name) {
        return switch (IdText.normalise(single(name).orElse(""))) {
            case IdText.Usable(String value) -> Optional.of(new DeviceId(value));
            case IdText.Absent _ -> Optional.empty();
            case IdText.Refused(String reason) -> {
                problems.add(
                        name + " must be 1.." + DeviceId.LENGTH_MAX + " characters: " + reason);
                yield Optional.empty();
            }
        };
    }

    /// Text that people typed, decoded as a form's; empty if absent.
    String words(String name) {
        try {
            String text = URLDecoder.decode(single(name).orElse(""), StandardCharsets.UTF_8);
            if (text.indexOf(UNDECODABLE) < 0) {
                return text;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for bytes that are no UTF-8.
        }
        problems.add(name + " must be percent-encoded UTF-8");
        return "";
    }

    /// An id out of the path.
    Optional<MeetingId> meeting(String text) {
        try {
            return Optional.of(new MeetingId(text));
        } catch (IllegalArgumentException _) {
            // Only the id itself knows its form.
            problems.add("id must be 1..64 letters, digits or hyphens");
            return Optional.empty();
        }
    }

    void problem(String text) {
        problems.add(text);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private Optional<String> single(String name) {
        if (values.getOrDefault(name, List.of()).size() > 1) {
            problems.add(name + " must be given once");
        }
        return text(name);
    }

    private static Optional<Long> parsed(String text) {
        // Eighteen digits always fit into a long.
        return text.matches("-?[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
