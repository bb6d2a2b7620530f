package dev.supie.domain.task.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

final class NumeralTest {

    @ParameterizedTest
    @CsvSource({
        "7,7",
        "１２,12",
        "007,7",
        "0,0",
        "9999,9999",
        "10000,9999",
        "999999999,9999",
        "9999999999,9999",
        "零,0",
        "〇,0",
        "一,1",
        "两,2",
        "十,10",
        "十二,12",
        "二十,20",
        "九十九,99",
        "一百,100",
        "一百零五,105",
        "一百二十三,123",
        "百,100",
        "一二,12",
        "一二三四五六七八九一,9999",
        "zero,0",
        "one,1",
        "nineteen,19",
        "twenty,20",
        "twenty one,21",
        "Ninety-nine,99"
    })
    void numbersAreReadToTheirEnd(String said, int value) {
        SpokenText text = SpokenText.of(said);

        assertEquals(Optional.of(new Numeral(value, text.size())), Numeral.at(text, 0));
    }

    @Test
    void whatFollowsIsNotRead() {
        assertEquals(Optional.of(new Numeral(2, 1)), Numeral.at(SpokenText.of("2.5"), 0));
        assertEquals(Optional.of(new Numeral(2, 1)), Numeral.at(SpokenText.of("2nd"), 0));
        assertEquals(Optional.of(new Numeral(20, 6)), Numeral.at(SpokenText.of("twenty ten"), 0));
        assertEquals(Optional.of(new Numeral(3, 1)), Numeral.at(SpokenText.of("三个"), 0));
    }

    @ParameterizedTest
    @CsvSource({"ones", "twos", "个", "second", "''"})
    void otherWordsAreNone(String said) {
        assertEquals(Optional.empty(), Numeral.at(SpokenText.of(said), 0));
    }
}
