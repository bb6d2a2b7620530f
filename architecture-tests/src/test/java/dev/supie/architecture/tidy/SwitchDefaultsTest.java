package dev.supie.architecture.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class SwitchDefaultsTest {

    @Test
    void noSwitchOverAClosedTypeHasADefault() {
        assertEquals(List.of(), SwitchDefaults.in(SourceTree.shipped()));
    }

    @Test
    void aDefaultOverAPlantedSealedTypeOrEnumIsFound() {
        assertEquals(
                List.of(
                        "a default in a switch over dev.supie.planted.Planted.State",
                        "a default in a switch over dev.supie.planted.Planted.Kind",
                        "a default in a switch over T"),
                found(
                        """
                        int sealed(State state) {
                            return switch (state) { case State.On on -> 1; default -> 2; };
                        }
                        void old(Kind kind) {
                            switch (kind) { case ONE: break; default: break; }
                        }
                        <T extends State> int bounded(T state) {
                            return switch (state) { case State.On on -> 1; case null, default -> 2; };
                        }
                        """));
    }

    @Test
    void aSwitchWithoutDefaultOrOverAnOpenTypeIsFine() {
        assertEquals(
                List.of(),
                found(
                        """
                        int sealed(State state) {
                            return switch (state) { case State.On on -> 1; case State.Off off -> 2; };
                        }
                        int text(String text, int number) {
                            int sign = switch (number) { case 0 -> 0; default -> 1; };
                            return switch (text) { case "on" -> sign; default -> 2; };
                        }
                        """));
    }

    @Test
    void aSwitchOverATypeThatCannotBeFoundIsNotPassedOver() {
        assertEquals(
                List.of("the type of (missing) cannot be found"),
                found("int f(Missing missing) { return switch (missing) { default -> 1; }; }"));
    }

    private static List<String> found(String methods) {
        String text =
                """
                package dev.supie.planted;
                class Planted {
                    sealed interface State {
                        record On() implements State {}
                        record Off() implements State {}
                    }
                    enum Kind { ONE, TWO }
                    %s
                }
                """
                        .formatted(methods);
        return SwitchDefaults.in(List.of(SourceFile.planted("Planted.java", text))).stream()
                .map(Finding::what)
                .toList();
    }
}
