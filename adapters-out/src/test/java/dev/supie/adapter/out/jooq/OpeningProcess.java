package dev.supie.adapter.out.jooq;

import java.nio.file.Path;

/// Opens a folder and says on its output how that went.
final class OpeningProcess {

    private OpeningProcess() {}

    public static void main(String[] arguments) {
        var location = new DatabaseLocation.Folder(Path.of(arguments[0]));
        try (JooqDatabase database = JooqDatabase.open(location)) {
            System.out.println(database.isHealthy() ? "opened" : "not healthy");
        } catch (DatabaseOpenException e) {
            System.out.println(e.getClass().getSimpleName());
        }
    }
}
