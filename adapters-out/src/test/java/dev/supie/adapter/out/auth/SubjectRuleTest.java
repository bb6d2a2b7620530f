package dev.supie.adapter.out.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// AUTH-2: which subjects name a badge.
final class SubjectRuleTest {

    @ParameterizedTest
    @CsvSource({
        "'',      aa:01,           true",
        "'',      AA:01,           true",
        "'',      ' aa:01 ',       true",
        "'',      aa%3A01,         true",
        "'',      aa:02,           false",
        "'',      '',              false",
        "'',      badge:aa:01,     false",
        "'',      'aa:01\u0000',   false",
        "badge:,  badge:aa:01,     true",
        "badge:,  badge:AA:01,     true",
        "badge:,  aa:01,           true",
        "badge:,  BADGE:aa:01,     false",
        "badge:,  badge:,          false",
        "badge:,  badge:badge:aa:01, false",
        "badge:,  xbadge:aa:01,    false"
    })
    void subjectIsTheIdOrThePrefixAndTheId(String prefix, String subject, boolean named) {
        assertEquals(named, new SubjectRule(prefix).names(subject, new DeviceId("aa:01")));
    }
}
