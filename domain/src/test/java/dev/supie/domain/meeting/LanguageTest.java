package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// MTG-11: zh or en.
final class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "hello, EN",
        "'', EN",
        "12345, EN",
        "。！, EN",
        "😀, EN",
        "会议, ZH",
        "𠀀, ZH",
        "会议 ok, ZH",
        "abcd会, ZH",
        "abcde会, EN",
        "abcdef会, EN",
        "我们用 Kubernetes 部署, ZH",
        "please review the 预算 before friday, EN"
    })
    void isTheOneThatMostOfTheTextIsIn(String text, Language language) {
        assertEquals(language, Language.of(text));
    }

    @ParameterizedTest
    @CsvSource({"ZH, zh", "EN, en"})
    void hasACodeForConfigurationAndPrompts(Language language, String code) {
        assertEquals(code, language.code());
    }
}
