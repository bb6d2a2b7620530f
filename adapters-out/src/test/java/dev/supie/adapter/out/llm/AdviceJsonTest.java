package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.coding.Advice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// What models answer when they are asked for advice, and what is read of it. In the texts `'`
/// stands for `"`.
class AdviceJsonTest {

    private static final Advice FIX =
            new Advice(List.of("A name is unknown"), List.of(), List.of("Declare it"), List.of());

    private static Optional<Advice> read(String answer) {
        return AdviceJson.read(answer.replace('\'', '"'), false).map(WrittenAdvice::advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'insights':['A name is unknown'],'risks':[],'actions':['Declare it'],"
                        + "'nextSteps':[]}",
                "{'insights':'A name is unknown','actions':'- Declare it','risks':null}",
                "```json\n{'Insights':['1. A name is unknown'],'Actions':['Declare it',],}\n```",
                "<think>{'insights':[]}</think>{'insights':['A name is unknown'],"
                        + "'actions':['Declare it'],'next_steps':['none']}",
                "Sure! {'advice':{'insights':[{'text':'A name is unknown'}],"
                        + "'suggestions':['Declare it']}} Good luck!",
                "{'insights':['A name is unknown'],'actions':['Declare it'],'from':'root',"
                        + "'phase':'deploy'}",
                "{'insights':['A name is unknown','see https://evil.example/x'],"
                        + "'actions':['Declare it','open www.evil.example']}"
            })
    void adviceIsFoundInWhateverFormItComes(String answer) {
        assertEquals(Optional.of(FIX), read(answer));
    }

    @Test
    void emptyListsAreAnAnswer() {
        assertEquals(Optional.of(Advice.NONE), read("{'insights':[],'actions':[]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No.",
                "[1,2,3]",
                "{}",
                "{'to':['x']}",
                "{'insights':['A name is unkn",
                "{'insights':['A name is unknown'],'act"
            })
    void anythingElseIsNone(String answer) {
        assertEquals(Optional.empty(), read(answer));
    }

    @Test
    void anAnswerThatWasCutOffIsNone() {
        assertTrue(AdviceJson.read("{\"insights\":[\"x\"]}", true).isEmpty());
    }
}
