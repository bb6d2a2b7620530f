package dev.supie.adapter.out.auth;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;

/// AUTH-2: `sub` must be the device id or `prefix` + id. The id in it is normalised like every
/// other (HS-1); the prefix has to match exactly.
///
/// @param prefix empty if there is none
public record SubjectRule(String prefix) {

    boolean names(String subject, DeviceId device) {
        return isId(subject, device)
                || (!prefix.isEmpty()
                        && subject.startsWith(prefix)
                        && isId(subject.substring(prefix.length()), device));
    }

    private static boolean isId(String text, DeviceId device) {
        return IdText.normalise(text) instanceof IdText.Usable(String value)
                && value.equals(device.value());
    }
}
