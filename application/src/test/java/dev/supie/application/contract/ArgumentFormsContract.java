package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.tool.port.ArgumentForms;
import dev.supie.application.tool.port.ArgumentForms.Reading;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// What all [ArgumentForms] must do, and their fake as well.
public abstract class ArgumentFormsContract {

    protected abstract ArgumentForms forms();

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}", " {} "})
    void nothingIsAnObjectWithoutMembers(String arguments) {
        assertEquals(Optional.of("{}"), forms().object(arguments));
        assertEquals(
                new Reading.Understood(new OwnRequest.TellTime()),
                forms().read(OwnTool.TELL_TIME, arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "nonsense", "7", "null", "\"{}\"", "{", "}"})
    void whatIsNoObjectIsBroken(String arguments) {
        assertEquals(Optional.empty(), forms().object(arguments));
        assertInstanceOf(Reading.Broken.class, forms().read(OwnTool.TELL_TIME, arguments));
    }

    @Test
    void anObjectIsWhatItWas() {
        assertEquals(Optional.of("{\"a\":1}"), forms().object("{\"a\":1}"));
    }

    @Test
    void longArgumentsAreBroken() {
        String padding = " ".repeat(ArgumentForms.CHARS_MAX - 2);

        assertEquals(Optional.of("{}"), forms().object("{}" + padding));
        assertEquals(Optional.empty(), forms().object("{}" + padding + " "));
        assertInstanceOf(
                Reading.Broken.class, forms().read(OwnTool.TELL_TIME, "{}" + padding + " "));
    }

    @Test
    void everyToolHasASchemaAndRefusesWhatMakesNoSense() {
        for (OwnTool tool : OwnTool.values()) {
            assertFalse(forms().schema(tool).isBlank(), tool.word());
            assertInstanceOf(Reading.Broken.class, forms().read(tool, "[]"), tool.word());
        }
    }
}
