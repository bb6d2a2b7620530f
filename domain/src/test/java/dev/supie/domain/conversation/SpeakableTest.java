package dev.supie.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// T38: what is said has no marks that cannot be.
final class SpeakableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    **bold** and *slanted* and `code`        | bold and slanted and code
                    ## A heading                             | A heading
                    - an item                                | an item
                    2 * 3 is six                             | 2 * 3 is six
                    see [the page](https://a.example/b?c=d)  | see the page
                    see https://www.example.com/long/way     | see example.com
                    a <b>word</b>                            | a word
                    快乐😀每一天🎉                            | 快乐每一天
                    20 °C and ©                              | 20 °C and ©
                    snake_case stays                         | snake_case stays
                    👍🏽👨‍👩‍👧                                  | ''
                    ...                                      | ''
                    """)
    void marksAreTakenOut(String written, String said) {
        assertEquals(said, Speakable.of(written));
    }

    @Test
    void linesBecomeOne() {
        assertEquals("Tea, milk and bread.", Speakable.of("- Tea\n- milk and bread."));
        assertEquals("茶，牛奶", Speakable.of("茶\r\n牛奶"));
        assertEquals("Yes. No", Speakable.of("Yes.\n\n---\n\nNo"));
        assertEquals("a tab and a bell", Speakable.of("a\ttab\u0000 and\u202e a bell\u0007"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "[", "![", "<a", "`", "_", "https://", "|", "# ", "\n", "-= "})
    void anythingRepeatedIsReadQuickly(String mark) {
        String hostile = mark.repeat(50_000);
        assertTimeout(Duration.ofSeconds(5), () -> Speakable.of(hostile + "x"));
    }
}
