package dev.supie.domain.task.voice;

import java.util.HashMap;
import java.util.Map;

/// Other ways in which the words of commands are written: in traditional characters, and by
/// recognizers that hear 任务 and write 人物, which sounds alike. Only what would otherwise spoil a
/// command is listed, and nothing changes its length.
final class SpokenForms {

    private static final String TRADITIONAL = "認領務來標記個條項兩請幫還沒別為設給號編後這麼嗎們處關獲夠";
    private static final String SIMPLIFIED = "认领务来标记个条项两请帮还没别为设给号编后这么吗们处关获够";

    private static final Map<Integer, Integer> CHARACTERS = characters();

    /// Two characters each, and what they were meant to be.
    private static final Map<String, String> HOMOPHONES =
            Map.of(
                    "人物", "任务",
                    "任物", "任务",
                    "任领", "认领",
                    "人领", "认领",
                    "认零", "认领",
                    "零取", "领取",
                    "领去", "领取",
                    "刷心", "刷新",
                    "完城", "完成",
                    "作完", "做完");

    private SpokenForms() {}

    static int simplified(int point) {
        return CHARACTERS.getOrDefault(point, point);
    }

    /// Puts right what only sounds alike.
    static void correct(int[] letters) {
        for (int at = 0; at + 1 < letters.length; at++) {
            String meant = HOMOPHONES.get(new String(letters, at, 2));
            if (meant != null) {
                letters[at] = meant.charAt(0);
                letters[at + 1] = meant.charAt(1);
            }
        }
    }

    private static Map<Integer, Integer> characters() {
        Map<Integer, Integer> characters = new HashMap<>();
        for (int i = 0; i < TRADITIONAL.length(); i++) {
            characters.put((int) TRADITIONAL.charAt(i), (int) SIMPLIFIED.charAt(i));
        }
        return characters;
    }
}
