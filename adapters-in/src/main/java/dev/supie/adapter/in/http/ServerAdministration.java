package dev.supie.adapter.in.http;

import dev.supie.application.administration.Administration;
import dev.supie.application.administration.port.BackupRefusedException;
import dev.supie.application.administration.port.LogLevels;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Answers an administrator about the running server; knows parameters and bodies, but no HTTP.
final class ServerAdministration {

    /// Names of loggers are those of packages and types.
    private static final String LOGGER_NAME = "[A-Za-z0-9_.$-]{0,200}";

    private static final String LOGGER_RULE =
            "logger must be at most 200 letters, digits, dots, dollars, hyphens or underscores";

    private final Administration administration;
    private final LogLevels levels;
    private final ServerFacts facts;
    private final Backups backups;
    private final InstantSource time;

    /// @param time the real one
    ServerAdministration(AdminDesk desk, InstantSource time) {
        this.administration = desk.administration();
        this.levels = desk.levels();
        this.facts = desk.facts();
        this.backups = desk.backups();
        this.time = time;
    }

    Answer server() {
        Instant started = facts.startedAt();
        return new Answer.Found(
                new ServerBody(
                        facts.version(),
                        started.toString(),
                        Duration.between(started, time.instant()).toMillis(),
                        administration.present().size(),
                        administration.meetings().size()));
    }

    Answer online(QueryParameters parameters) {
        return limited(
                parameters,
                limit ->
                        administration.present().stream()
                                .limit(limit)
                                .map(AttendeeBody::of)
                                .toList());
    }

    Answer meetings(QueryParameters parameters) {
        return limited(
                parameters,
                limit ->
                        administration.meetings().stream()
                                .limit(limit)
                                .map(RunningMeetingBody::of)
                                .toList());
    }

    Answer queues(QueryParameters parameters) {
        return limited(
                parameters,
                limit -> administration.queues(limit).stream().map(QueueBody::of).toList());
    }

    private static Answer limited(QueryParameters parameters, Function<Integer, Object> list) {
        long limit = parameters.whole("limit", Administration.LIST_MAX, 1, Administration.LIST_MAX);
        return parameters.problems().isEmpty()
                ? new Answer.Found(list.apply((int) limit))
                : new Answer.Wrong(parameters.problems());
    }

    Answer kick(String body) {
        return ofDevice(
                body,
                device -> {
                    int closed = administration.kick(device);
                    return closed == 0
                            ? new Answer.Unknown("no badge with this id is connected")
                            : new Answer.Found(new KickedBody(device.value(), closed));
                });
    }

    Answer purge(String body) {
        return ofDevice(
                body,
                device ->
                        new Answer.Found(
                                new PurgedBody(device.value(), administration.purge(device))));
    }

    private static Answer ofDevice(String body, Function<DeviceId, Answer> action) {
        return withTexts(
                body,
                texts ->
                        switch (IdText.normalise(texts.getOrDefault("deviceId", ""))) {
                            case IdText.Usable(String id) -> action.apply(new DeviceId(id));
                            case IdText.Absent _ -> wrong("missing: deviceId");
                            case IdText.Refused(String reason) -> wrong("deviceId: " + reason);
                        });
    }

    Answer level(QueryParameters parameters) {
        String logger = parameters.words("logger");
        if (!logger.matches(LOGGER_NAME)) {
            parameters.problem(LOGGER_RULE);
        }
        return parameters.problems().isEmpty()
                ? new Answer.Found(shown(logger))
                : new Answer.Wrong(parameters.problems());
    }

    /// Until the server ends.
    Answer changeLevel(String body) {
        return withTexts(
                body,
                texts -> {
                    String logger = texts.getOrDefault("logger", "");
                    Optional<LogLevels.Level> level = level(texts.getOrDefault("level", ""));
                    if (!logger.matches(LOGGER_NAME)) {
                        return wrong(LOGGER_RULE);
                    }
                    if (level.isEmpty()) {
                        return wrong("level must be trace, debug, info, warn or error");
                    }
                    return levels.set(logger, level.get())
                            ? new Answer.Found(shown(logger))
                            : new Answer.Conflict(
                                    "the level of this logger cannot be changed: it is that of the"
                                            + " audit trail, or "
                                            + LogLevels.NAMES_MAX
                                            + " loggers have one of their own already");
                });
    }

    private LogLevelBody shown(String logger) {
        return new LogLevelBody(logger, levels.of(logger).name().toLowerCase(Locale.ROOT));
    }

    private static Optional<LogLevels.Level> level(String word) {
        return Arrays.stream(LogLevels.Level.values())
                .filter(level -> level.name().equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    Answer backup() {
        try {
            Backups.Copy copy = backups.begin();
            return new Answer.Download(
                    "application/zip",
                    "attachment; filename=\"" + copy.name() + "\"",
                    copy::writeTo);
        } catch (BackupRefusedException refused) {
            return new Answer.Conflict(String.valueOf(refused.getMessage()));
        }
    }

    private static Answer withTexts(String body, Function<Map<String, String>, Answer> answer) {
        return switch (TextMembers.read(body, "")) {
            case TextMembers.Unintelligible(String reason) -> wrong(reason);
            case TextMembers.Understood(Map<String, String> texts) -> answer.apply(texts);
        };
    }

    private static Answer wrong(String problem) {
        return new Answer.Wrong(List.of(problem));
    }
}
