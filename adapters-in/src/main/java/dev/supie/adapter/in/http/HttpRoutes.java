package dev.supie.adapter.in.http;

import dev.supie.adapter.in.mcp.McpServer;

import io.helidon.health.HealthCheckType;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;

import java.time.InstantSource;
import java.util.List;

/// Installs all of Supie's plain HTTP on the listeners of a web server.
///
/// Both installations may go on one routing, in any order, when the listeners share a port (NET-1).
/// Health comes as a feature of the server, because that is how the web server carries it. Every
/// answer says that it must be neither stored nor guessed at.
public final class HttpRoutes {

    /// What both listeners must be given as their largest payload: the web server takes a whole
    /// chunk into memory before any route can count it. Beyond it the server itself answers 413.
    public static final long PAYLOAD_BYTES_MAX = 4 * 1024 * 1024;

    private static final Header NO_STORE =
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");

    private final BadgeListenerRouting badges;
    private final OtaRouting ota;
    private final MeetingRouting meetings;
    private final WorkflowRouting workflow;
    private final DeviceRouting devices;
    private final ReloadRouting reload;
    private final SessionRouting sessions;
    private final AdminRouting administration;
    private final McpRouting tools;
    private final AudioRouting audio;
    private final CrossOrigin crossOrigin;
    private final ApiDocument document = new ApiDocument();

    public HttpRoutes(
            HttpSettings settings, BadgeAddress badgeAddress, Desks desks, InstantSource time) {
        badges = new BadgeListenerRouting(badgeAddress.paths());
        ota = new OtaRouting(badgeAddress, settings.timezone(), time, desks.devices().enrolments());
        var clients = new ClientAddress(settings.proxies());
        var administrators =
                new AdminGate(desks.devices().adminToken(), time, clients, desks.office().audit());
        var audited = new AuditedAnswers(desks.office().audit(), clients);
        var limiter = new RequestLimiter(settings.meetingRequestsPerSecond(), time);
        var gate = new MeetingGate(limiter, settings.meetingToken(), clients, administrators);
        meetings = meetings(settings, desks.archive(), gate, audited, time);
        workflow =
                new WorkflowRouting(
                        gate,
                        new PageWrites(settings.origins()),
                        new TaskReader(desks.tasks().tasks()),
                        new TaskWriter(desks.tasks(), FreshTaskIds::next));
        devices =
                new DeviceRouting(
                        administrators,
                        new DeviceAdministration(
                                desks.devices().enrolments(), desks.devices().memories()),
                        audited);
        reload = new ReloadRouting(administrators, desks.devices().reloading(), audited);
        sessions = new SessionRouting(administrators, settings.meetingToken());
        administration =
                new AdminRouting(
                        administrators, new ServerAdministration(desks.office(), time), audited);
        tools =
                new McpRouting(
                        new McpOrigins(settings.origins()),
                        new McpGate(
                                desks.tools(),
                                limiter,
                                clients,
                                settings.meetingToken(),
                                administrators),
                        new McpServer());
        audio = new AudioRouting(administrators, desks.tools().audio());
        crossOrigin = new CrossOrigin(settings.origins());
    }

    private static MeetingRouting meetings(
            HttpSettings settings,
            ArchiveDesk desk,
            MeetingGate gate,
            AuditedAnswers audited,
            InstantSource time) {
        return new MeetingRouting(
                gate,
                new MeetingReader(desk.archive(), time),
                new MeetingFinder(desk.search(), time),
                new MeetingExporter(desk.archive(), time, settings.timezone()),
                new MeetingRemover(desk.removals()),
                audited);
    }

    /// The device listener: a sign of life on every path that is not upgraded.
    public void onDeviceListener(HttpRouting.Builder routing) {
        common(routing);
        badges.install(routing);
    }

    /// The HTTP listener: OTA, meetings, tasks, tools, sound for programs, administration, what
    /// there is, and 404 for the rest.
    public void onHttpListener(HttpRouting.Builder routing) {
        common(routing);
        routing.addFilter(crossOrigin::filter);
        ota.install(routing);
        routing.get(ApiDocument.PATH, document)
                .register(MeetingRouting.PATH, meetings)
                .register(WorkflowRouting.PATH, workflow)
                .register(DeviceRouting.PATH, devices)
                .register(ReloadRouting.PATH, reload)
                .register(SessionRouting.PATH, sessions)
                .register(AdminRouting.PATH, administration)
                .register(McpRouting.PATH, tools)
                .register(AudioRouting.PATH, audio)
                .addFeature(
                        new Fallback(
                                Fallback.JSON_TREE,
                                late ->
                                        late.any(McpRouting.PATH + "[/]", McpRouting::otherMethod)
                                                .any("/supie/*", HttpRoutes::notFound)
                                                .any(
                                                        AudioRouting.ROOT + "*",
                                                        HttpRoutes::notFound)));
    }

    /// `/observe/health/live` and `/observe/health/ready`: 200 if every probe of the kind is
    /// healthy, otherwise 503, with one entry for each probe (OBS-1).
    ///
    /// @param sockets names of the listeners that show it; none for the default one
    public static ObserveFeature health(
            List<HealthProbe> live, List<HealthProbe> ready, String... sockets) {
        var observer = HealthObserver.builder().useSystemServices(false).details(true);
        live.forEach(probe -> observer.addCheck(probe.as(HealthCheckType.LIVENESS)));
        ready.forEach(probe -> observer.addCheck(probe.as(HealthCheckType.READINESS)));
        return ObserveFeature.builder()
                .observersDiscoverServices(false)
                .addObserver(observer.build())
                .sockets(List.of(sockets))
                .build();
    }

    private static void common(HttpRouting.Builder routing) {
        routing.addFilter(HttpRoutes::withCommonHeaders);
        Failures.install(routing);
    }

    private static void withCommonHeaders(
            FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header(NO_STORE).header(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF);
        chain.proceed();
    }

    private static void notFound(ServerRequest request, ServerResponse response) {
        ErrorReply.send(request, response, Status.NOT_FOUND_404);
    }
}
