package dev.supie.architecture.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;

class SizesTest {

    private static final SizeBaseline NOTHING = new SizeBaseline(List.of());

    @Test
    void nothingNewCrossesALimit() {
        SizeBaseline baseline =
                SizeBaseline.read(
                        SourceTree.read(
                                SourceTree.root()
                                        .resolve(
                                                "architecture-tests/src/test/resources/size-baseline.txt")));
        List<Sized> sizes =
                JavaSources.parse(SourceTree.files()).stream()
                        .flatMap(source -> Sizes.of(source).stream())
                        .toList();

        assertEquals(List.of(), baseline.complaints(sizes));
    }

    @Nested
    class Planted {

        @Test
        void aLongMethodIsFoundAndOneAtTheLimitIsNot() {
            assertEquals(List.of(), over(method(70)));
            assertEquals(
                    List.of(new Sized(Measure.METHOD_LINES, where("#Planted.long_(0)"), 71)),
                    over(method(71)));
        }

        @Test
        void aLongFileIsFoundAndOneAtTheLimitIsNot() {
            assertEquals(List.of(), over("\n".repeat(399) + "class Planted {}"));
            assertEquals(
                    List.of(new Sized(Measure.FILE_LINES, where(""), 401)),
                    over("\n".repeat(400) + "class Planted {}"));
        }

        @Test
        void manyParametersAreFound() {
            assertEquals(
                    List.of(
                            new Sized(
                                    Measure.CONSTRUCTOR_PARAMETERS, where("#Planted.<init>(8)"), 8),
                            new Sized(Measure.PARAMETERS, where("#Planted.six(6)"), 6)),
                    over(
                            """
                            class Planted {
                                Planted(int a, int b, int c, int d, int e, int f, int g) {}
                                Planted(int a, int b, int c, int d, int e, int f, int g, int h) {}
                                void five(int a, int b, int c, int d, int e) {}
                                void six(int a, int b, int c, int d, int e, int f) {}
                            }
                            """));
        }

        @Test
        void theHeaderOfARecordIsNotCounted() {
            assertEquals(
                    List.of(),
                    over("record R(int a, int b, int c, int d, int e, int f, int g, int h) {}"));
        }

        private static String method(int lines) {
            return "class Planted {\n@Deprecated\nvoid long_() {" + "\n".repeat(lines - 1) + "}\n}";
        }
    }

    @Nested
    class Ratchet {

        private static final String TALL = "FILE_LINES | Tall.java | 500 | it lists every case";

        @Test
        void acceptsWhatIsOnTheBaseline() {
            assertEquals(List.of(), SizeBaseline.read(TALL).complaints(List.of(tall(500))));
        }

        @Test
        void refusesWhatIsNew() {
            assertEquals(1, NOTHING.complaints(List.of(tall(401))).size());
            assertEquals(0, NOTHING.complaints(List.of(tall(400))).size());
        }

        @Test
        void refusesGrowth() {
            assertEquals(1, SizeBaseline.read(TALL).complaints(List.of(tall(501))).size());
        }

        @Test
        void refusesAnEntryThatHasShrunk() {
            assertEquals(1, SizeBaseline.read(TALL).complaints(List.of(tall(450))).size());
            assertEquals(1, SizeBaseline.read(TALL).complaints(List.of(tall(300))).size());
            assertEquals(1, SizeBaseline.read(TALL).complaints(List.of()).size());
        }

        @Test
        void refusesAnEntryWithoutReason() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SizeBaseline.read("FILE_LINES | Tall.java | 500 | "));
        }

        private static Sized tall(int lines) {
            return new Sized(Measure.FILE_LINES, "Tall.java", lines);
        }
    }

    private static List<Sized> over(String text) {
        return Sizes.of(JavaSources.parse(SourceFile.planted("Planted.java", text))).stream()
                .filter(Sized::isOver)
                .toList();
    }

    private static String where(String inside) {
        return SourceFile.planted("Planted.java", "").path() + inside;
    }
}
