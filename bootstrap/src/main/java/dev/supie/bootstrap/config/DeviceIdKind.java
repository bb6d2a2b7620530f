package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;

import java.util.List;

/// A badge's id in any spelling of HS-1.
record DeviceIdKind() implements Kind<DeviceId> {

    /// More belong into tokens or an issuer's hands.
    private static final int LIST_MAX = 10_000;

    static final Kind<List<DeviceId>> LIST =
            new ListKind<>(new DeviceIdKind(), LIST_MAX, "['aa:bb:cc:dd:ee:ff']");

    @Override
    public Reading<DeviceId> read(Given given, Surroundings surroundings) {
        if (!(given instanceof Given.Text(String text))) {
            return new Reading.Bad<>("is not a text", "write the device id");
        }
        return switch (IdText.normalise(text)) {
            case IdText.Usable(String id) -> new Reading.Good<>(new DeviceId(id));
            case IdText.Absent _ -> new Reading.Bad<>("is empty", "write the device id");
            case IdText.Refused(String reason) ->
                    new Reading.Bad<>("is no device id: " + reason, "write the device id");
        };
    }

    @Override
    public String shape() {
        return "device id";
    }

    @Override
    public String yaml(DeviceId id) {
        return YamlText.scalar(id.value());
    }
}
