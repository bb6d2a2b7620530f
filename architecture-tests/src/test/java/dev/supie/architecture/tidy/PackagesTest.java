package dev.supie.architecture.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class PackagesTest {

    private static final SourceFile HERE = file("domain", "dev/supie/domain/kernel/Here.java");
    private static final SourceFile THERE = file("bootstrap", "dev/supie/domain/kernel/There.java");

    @Test
    void theModulesAreTheProjects() {
        assertTrue(SourceTree.modules().contains("domain"));
        assertTrue(SourceTree.modules().contains("architecture-tests"));
    }

    @Test
    void everyPackageIntroducesItself() {
        assertEquals(List.of(), Packages.withoutIntroduction(SourceTree.shipped()));
    }

    @Test
    void aPlantedPackageWithoutIntroductionIsFound() {
        assertEquals(
                List.of("dev.supie.domain.kernel"), Packages.withoutIntroduction(List.of(HERE)));
    }

    @Test
    void noPackageIsInTwoModules() {
        assertEquals(List.of(), Packages.inTwoModules(SourceTree.files()));
    }

    @Test
    void aPlantedPackageInTwoModulesIsFound() {
        assertEquals(
                List.of("dev.supie.domain.kernel is in [bootstrap, domain]"),
                Packages.inTwoModules(List.of(HERE, THERE)));
    }

    @Test
    void everySourceIsInTheLayerOfItsModule() {
        assertEquals(List.of(), Packages.outsideTheirLayer(SourceTree.shipped()));
    }

    @Test
    void aPlantedSourceOutsideItsLayerIsFound() {
        assertEquals(List.of(THERE.path()), Packages.outsideTheirLayer(List.of(HERE, THERE)));
    }

    private static SourceFile file(String module, String name) {
        return new SourceFile(module + "/src/main/java/" + name, module, true, "");
    }
}
