package dev.supie.bootstrap.config;

/// A switch: `true` or `false`, in any case.
record FlagKind() implements Kind<Boolean> {

    @Override
    public Reading<Boolean> read(Given given, Surroundings surroundings) {
        String text = given instanceof Given.Text(String raw) ? raw.strip() : "";
        if (text.equalsIgnoreCase("true")) {
            return new Reading.Good<>(true);
        }
        return text.equalsIgnoreCase("false")
                ? new Reading.Good<>(false)
                : new Reading.Bad<>("is not a switch", "use true or false");
    }

    @Override
    public String shape() {
        return "true or false";
    }

    @Override
    public String yaml(Boolean value) {
        return value.toString();
    }
}
