package dev.supie.domain.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WakeWordTest {

    @ParameterizedTest
    @CsvSource({
        "你好小智,true",
        "你好小智！,true",
        "'Hi, ESP',true",
        "'hi,乐鑫',true",
        "JARVIS,true",
        "你好小智今天天气怎么样,false",
        "hello,false",
        "'',false"
    })
    void onlyACallAndNothingElseIsOne(String text, boolean expected) {
        assertEquals(expected, WakeWord.is(text));
    }
}
