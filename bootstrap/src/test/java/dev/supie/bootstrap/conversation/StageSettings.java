package dev.supie.bootstrap.conversation;

import dev.supie.adapter.in.http.AccessToken;
import dev.supie.adapter.in.http.HttpSettings;
import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.out.auth.StaticToken;
import dev.supie.adapter.out.auth.StaticTokens;
import dev.supie.application.access.Access;
import dev.supie.application.access.AccessFeature;
import dev.supie.application.access.AllowedOrigins;
import dev.supie.application.access.Guard;
import dev.supie.application.access.WebOrigin;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.coding.BuildSharing;
import dev.supie.application.enrolment.EnrolledBadges;
import dev.supie.application.enrolment.Enrolments;
import dev.supie.application.meeting.Showing;
import dev.supie.application.meeting.port.Colleagues;
import dev.supie.application.peer.PeerSettings;
import dev.supie.bootstrap.config.MeetingConfig;
import dev.supie.bootstrap.summary.MeetingRules;
import dev.supie.domain.connection.DuplicatePolicy;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.TermMap;
import dev.supie.domain.server.StatsToAll;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.TaskSettings;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The configuration keys that a conversation may set, and the defaults for all others.
record StageSettings(Map<String, String> given) {

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    private static final String MAX_CONNECTIONS = "server.max_connections";
    private static final String DUPLICATES = "server.duplicate_policy";
    private static final String TOKEN = "server.meeting_api_token";
    private static final String RATE = "meeting.api_rate_limit";
    private static final String PUSH = "meeting.transcript_push_interval_ms";
    private static final String STATS = "server.stats_to_all";
    private static final String TERMS = "meeting.term_map.*.";
    private static final String MEMBERS = "meeting.join.members_max";
    private static final String ENROLMENT = "server.enrolment";
    private static final String ADMIN_TOKEN = "server.admin_token";
    private static final String BADGE_TOKEN = "server.auth.token";
    private static final String ORIGIN = "server.allowed_origins";
    private static final String GROUPS = "workflow.groups";
    private static final String ALIASES = "workflow.device_alias";
    private static final String PEER = "peer.";
    private static final String SHOWN = "meeting.broadcast.";
    private static final String BUILDS_TO_ALL = "coding.broadcast";
    private static final Set<String> KNOWN =
            Set.of(
                    MAX_CONNECTIONS,
                    DUPLICATES,
                    TOKEN,
                    RATE,
                    PUSH,
                    MEMBERS,
                    STATS,
                    ENROLMENT,
                    ADMIN_TOKEN,
                    BADGE_TOKEN,
                    ORIGIN,
                    GROUPS,
                    ALIASES,
                    BUILDS_TO_ALL);

    StageSettings {
        for (String key : given.keySet()) {
            if (!KNOWN.contains(key)
                    && !key.startsWith(TERMS)
                    && !key.startsWith(PEER)
                    && !key.startsWith(SHOWN)
                    && !TalkStage.isAboutTalking(key)) {
                throw new IllegalArgumentException("no conversation may set " + key);
            }
        }
    }

    boolean approvalNeeded() {
        return given.getOrDefault(ENROLMENT, "open").equals("approve");
    }

    AccessToken adminToken() {
        return new AccessToken(given.getOrDefault(ADMIN_TOKEN, "generated"));
    }

    int connectionsMax() {
        return Integer.parseInt(given.getOrDefault(MAX_CONNECTIONS, "10000"));
    }

    /// Off unless a conversation is about them, because they would be in every single one.
    StatsToAll statsToAll() {
        return Boolean.parseBoolean(given.getOrDefault(STATS, "false"))
                ? StatsToAll.ALWAYS
                : StatsToAll.NEVER;
    }

    /// With a token for badges authentication is on, and the token is good for `aa:01`.
    Access access(InstantSource time, Enrolments enrolments) {
        List<CredentialCheck> checks = new ArrayList<>();
        if (approvalNeeded()) {
            checks.add(new EnrolledBadges(enrolments));
        }
        Optional.ofNullable(given.get(BADGE_TOKEN))
                .map(StageSettings::tokens)
                .ifPresent(checks::add);
        Guard guard = checks.isEmpty() ? new Guard.Open() : new Guard.Checked(checks);
        return AccessFeature.create(
                new AccessFeature.Ports(guard, new AllowedOrigins.SameHost(), time));
    }

    private static StaticTokens tokens(String token) {
        var device = new DeviceId("aa:01");
        return new StaticTokens(List.of(new StaticToken(token, "first", Set.of(device))));
    }

    DuplicateSettings duplicates() {
        String policy = given.getOrDefault(DUPLICATES, "takeover").toUpperCase(Locale.ROOT);
        return new DuplicateSettings(DuplicatePolicy.valueOf(policy), false);
    }

    MeetingSettings meeting() {
        MeetingSettings usual = MeetingSettings.DEFAULTS;
        return new MeetingSettings(
                pushInterval(usual),
                usual.checkpointInterval(),
                usual.durationMin(),
                usual.resumeWindow(),
                usual.windowCharsMax(),
                usual.notesTokensMax(),
                usual.minutesTokensMax(),
                usual.draftTimeLimit(),
                new TermMap(Map.of("*", terms()), ""),
                membersMax(usual));
    }

    private int membersMax(MeetingSettings usual) {
        return Optional.ofNullable(given.get(MEMBERS))
                .map(Integer::parseInt)
                .orElse(usual.membersMax());
    }

    /// Badges of one group are together (WF-2).
    Colleagues colleagues() {
        Map<String, String> names = new HashMap<>();
        pairs(ALIASES).forEach((id, name) -> names.put(id.value(), name));
        return new Colleagues() {
            @Override
            public boolean areTogether(DeviceId owner, DeviceId guest) {
                return tasks().groupOf(owner).equals(tasks().groupOf(guest));
            }

            @Override
            public Optional<String> nameOf(String speaker) {
                return Optional.ofNullable(names.get(speaker));
            }
        };
    }

    /// Devices that are shown every meeting are given as `aa:01 aa:02`.
    Showing showing() {
        String mode = given.getOrDefault(SHOWN + "mode", "off").toUpperCase(Locale.ROOT);
        List<DeviceId> allowed =
                Stream.of(given.getOrDefault(SHOWN + "allowed_targets", "").split(" "))
                        .filter(Predicate.not(String::isBlank))
                        .map(DeviceId::new)
                        .toList();
        return new Showing(
                MeetingRules.broadcast(
                        new MeetingConfig.Showing(
                                Boolean.parseBoolean(given.get(SHOWN + "enabled")),
                                MeetingConfig.Showing.To.valueOf(mode),
                                allowed,
                                Boolean.parseBoolean(given.get(SHOWN + "include_origin")))),
                tasks()::groupOf);
    }

    private Duration pushInterval(MeetingSettings usual) {
        return Optional.ofNullable(given.get(PUSH))
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .orElse(usual.pushInterval());
    }

    private Map<String, String> terms() {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(TERMS))
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().substring(TERMS.length()),
                                Map.Entry::getValue));
    }

    /// Groups and aliases are given as `aa:01=design aa:02=tools`.
    TaskSettings tasks() {
        Map<DeviceId, GroupKey> groups = new HashMap<>();
        pairs(GROUPS).forEach((id, key) -> groups.put(id, GroupKey.of(key).orElseThrow()));
        return new TaskSettings(groups, pairs(ALIASES), OFFSET);
    }

    /// Off unless a conversation sets one of their keys, because the name of the inboxes would be
    /// in every single one.
    Optional<PeerSettings> peers() {
        return given.keySet().stream().noneMatch(key -> key.startsWith(PEER))
                ? Optional.empty()
                : new PeerStageSettings(given).peers(tasks());
    }

    BuildSharing builds() {
        boolean broadcast = Boolean.parseBoolean(given.getOrDefault(BUILDS_TO_ALL, "false"));
        return new BuildSharing(broadcast, tasks()::groupOf);
    }

    private Map<DeviceId, String> pairs(String key) {
        return Stream.of(given.getOrDefault(key, "").split(" "))
                .filter(pair -> !pair.isBlank())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> new DeviceId(pair[0]), pair -> pair[1]));
    }

    private Set<WebOrigin> origins() {
        return Optional.ofNullable(given.get(ORIGIN)).flatMap(WebOrigin::of).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    HttpSettings http() {
        return new HttpSettings(
                OFFSET,
                Optional.ofNullable(given.get(TOKEN)).map(AccessToken::new),
                Integer.parseInt(given.getOrDefault(RATE, "10")),
                origins(),
                TrustedProxies.NONE);
    }
}
