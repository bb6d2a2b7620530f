package dev.supie.architecture.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.List;

class TestMannersTest {

    @Test
    void noTestSleepsMocksOrIsSwitchedOff() {
        List<SourceFile> tests =
                SourceTree.files().stream().filter(file -> !file.shipped()).toList();
        assertFalse(tests.isEmpty());

        assertEquals(
                List.of(),
                JavaSources.parse(tests).stream()
                        .flatMap(source -> TestManners.in(source).stream())
                        .toList());
    }

    @Test
    void plantedBadMannersAreFound() {
        var planted =
                SourceFile.plantedTest(
                        "PlantedTest.java",
                        """
                        import org.mockito.Mockito;
                        import static org.mockito.Mockito.mock;
                        class PlantedTest {
                            @Disabled("flaky")
                            void first() throws InterruptedException {
                                Thread.sleep(100);
                            }
                            void second() throws InterruptedException {
                                TimeUnit.SECONDS.sleep(1);
                            }
                        }
                        """);

        assertEquals(
                List.of(
                        "imports org.mockito.Mockito",
                        "imports org.mockito.Mockito.mock",
                        "is switched off",
                        "sleeps",
                        "sleeps"),
                TestManners.in(JavaSources.parse(planted)).stream().map(Finding::what).toList());
    }
}
