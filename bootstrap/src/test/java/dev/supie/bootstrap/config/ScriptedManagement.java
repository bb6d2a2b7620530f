package dev.supie.bootstrap.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A management server that answers as it is told, and what is kept of it. It knows nothing at
/// first.
public final class ScriptedManagement implements Management {

    public static final String URL = "https://manage.example/supie.yaml";

    private static final Answer AWAY = new Answer.Failed("there is no answer", "look at it");

    private final List<ManagementAddress> asked = new ArrayList<>();
    private Answer answer = AWAY;
    private Runnable meanwhile = () -> {};
    private Optional<ManagedDocument> known = Optional.empty();
    private Optional<Path> folder = Optional.empty();
    private Optional<ManagedDocument> kept = Optional.empty();

    /// What it hands out from now on, whatever it is asked.
    public ScriptedManagement handingOut(String yaml) {
        return handingOut(yaml, "");
    }

    ScriptedManagement handingOut(String yaml, String tag) {
        Optional<String> optional = Optional.of(tag).filter(text -> !text.isEmpty());
        answer = new Answer.Fresh(new ManagedDocument(URI.create(URL), yaml, optional, false));
        return this;
    }

    /// There is something else at another place.
    ScriptedManagement handingOutAt(String url, String yaml) {
        answer =
                new Answer.Fresh(
                        new ManagedDocument(URI.create(url), yaml, Optional.empty(), false));
        return this;
    }

    ScriptedManagement sayingUnchanged() {
        answer = new Answer.Unchanged();
        return this;
    }

    /// What happens while it is asked.
    ScriptedManagement meanwhile(Runnable what) {
        meanwhile = what;
        return this;
    }

    /// Nobody is there.
    public ScriptedManagement away() {
        answer = AWAY;
        return this;
    }

    /// Something was kept before.
    ScriptedManagement having(Path dataFolder, String yaml) {
        folder = Optional.of(dataFolder);
        kept =
                Optional.of(
                        copy(new ManagedDocument(URI.create(URL), yaml, Optional.empty(), true)));
        return this;
    }

    @Override
    public Answer ask(ManagementAddress address, Optional<ManagedDocument> before) {
        asked.add(address);
        known = before;
        meanwhile.run();
        return answer;
    }

    @Override
    public Optional<ManagedDocument> lastGood(Path dataFolder, URI url) {
        return kept.filter(document -> document.url().equals(url))
                .filter(_ -> folder.equals(Optional.of(dataFolder)));
    }

    @Override
    public void keep(Path dataFolder, ManagedDocument document) {
        folder = Optional.of(dataFolder);
        kept = Optional.of(copy(document));
    }

    private static ManagedDocument copy(ManagedDocument document) {
        return new ManagedDocument(document.url(), document.text(), Optional.empty(), true);
    }

    /// Where it was asked, in order.
    List<ManagementAddress> asked() {
        return List.copyOf(asked);
    }

    /// What it was told is known, when it was asked last.
    Optional<ManagedDocument> known() {
        return known;
    }

    /// The text that is kept.
    public Optional<String> kept() {
        return kept.map(ManagedDocument::text);
    }
}
