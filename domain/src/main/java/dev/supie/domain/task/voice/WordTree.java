package dev.supie.domain.task.voice;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A set of words and short expressions, found in a text by walking it once from where they begin.
final class WordTree {

    private final Map<Integer, WordTree> next = new HashMap<>();
    private boolean complete;

    private WordTree() {}

    static WordTree of(Collection<String> words) {
        WordTree root = new WordTree();
        for (String word : words) {
            SpokenText spoken = SpokenText.of(word);
            WordTree node = root;
            for (int at = 0; at < spoken.size(); at++) {
                node = node.next.computeIfAbsent(spoken.at(at), _ -> new WordTree());
            }
            node.complete = spoken.size() > 0;
        }
        return root;
    }

    /// Where the longest of the words that begin here ends; `from` itself if none does.
    int endAt(SpokenText text, int from) {
        int end = from;
        if (!text.isEdge(from)) {
            return end;
        }
        Optional<WordTree> node = Optional.of(this);
        for (int at = from; at < text.size() && node.isPresent(); at++) {
            node = Optional.ofNullable(node.get().next.get(text.at(at)));
            boolean found = node.isPresent() && node.get().complete && text.isEdge(at + 1);
            end = found ? at + 1 : end;
        }
        return end;
    }
}
