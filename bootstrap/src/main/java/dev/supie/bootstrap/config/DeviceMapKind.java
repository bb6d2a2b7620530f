package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.DeviceId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Something about each of some badges: a map with device ids in any spelling of HS-1.
///
/// @param form what a value must look like
/// @param written a value as text
/// @param example of such a map
/// @param listed whether a value may also be the key of a list of badges, as in `{design: [aa:01]}`
record DeviceMapKind<T>(Form<T> form, Function<T, String> written, String example, boolean listed)
        implements Kind<Map<DeviceId, T>> {

    static final int DEVICES_MAX = 10_000;

    private static final DeviceIdKind DEVICE = new DeviceIdKind();

    /// @param words what somebody is told whose value is another
    /// @param reading gives nothing for text of another form
    record Form<T>(String words, Function<String, Optional<T>> reading) {}

    @Override
    public Reading<Map<DeviceId, T>> read(Given given, Surroundings surroundings) {
        Given map = given instanceof Given.Text(String text) ? YamlFile.parsed(text) : given;
        if (!(map instanceof Given.Fields(List<Given.Field> fields))) {
            return new Reading.Bad<>("is not a map of device ids", fix());
        }
        Filling filling = new Filling(surroundings);
        Optional<String> wrong =
                fields.stream().map(filling::entry).flatMap(Optional::stream).findFirst();
        return wrong.<Reading<Map<DeviceId, T>>>map(why -> new Reading.Bad<>(why, fix()))
                .orElseGet(() -> new Reading.Good<>(filling.values));
    }

    private String fix() {
        return "use for example " + example;
    }

    @Override
    public String shape() {
        return "map of device ids to " + form.words();
    }

    @Override
    public String yaml(Map<DeviceId, T> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        values.forEach(
                (device, value) ->
                        fields.put(device.value(), YamlText.scalar(written.apply(value))));
        return YamlText.map(fields);
    }

    /// A map that is being read; each of its steps gives what is wrong, or nothing.
    private final class Filling {

        private final Map<DeviceId, T> values = new LinkedHashMap<>();
        private final Surroundings surroundings;

        Filling(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        Optional<String> entry(Given.Field field) {
            return switch (field.value()) {
                case Given.Text(String value) -> one(new Given.Text(field.name()), value);
                case Given.Items(List<Given> devices) when listed ->
                        devices.stream()
                                .map(device -> one(device, field.name()))
                                .flatMap(Optional::stream)
                                .findFirst();
                case Given.Items _, Given.Fields _, Given.Nothing _ ->
                        Optional.of("has something else than a text for " + shown(field.name()));
            };
        }

        private Optional<String> one(Given device, String text) {
            Optional<T> value = form.reading().apply(text);
            if (value.isEmpty()) {
                return Optional.of("has " + shown(text) + ", which is no " + form.words());
            }
            return switch (DEVICE.read(device, surroundings)) {
                case Reading.Good<DeviceId>(DeviceId id) -> put(id, value.get());
                case Reading.Adjusted<DeviceId>(DeviceId id, String _, String _) ->
                        put(id, value.get());
                case Reading.Bad<DeviceId>(String wrong, String _) ->
                        Optional.of("has a device id that " + wrong);
            };
        }

        private Optional<String> put(DeviceId device, T value) {
            if (values.put(device, value) != null) {
                return Optional.of("has the badge " + device + " twice");
            }
            return values.size() > DEVICES_MAX
                    ? Optional.of("has more than " + DEVICES_MAX + " badges")
                    : Optional.empty();
        }

        private String shown(String text) {
            return Shown.of(new Given.Text(text), false);
        }
    }
}
