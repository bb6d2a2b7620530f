package dev.supie.bootstrap.server;

import dev.supie.adapter.in.badge.BadgeLinks;
import dev.supie.adapter.in.badge.TrafficTally;
import dev.supie.adapter.in.http.AccessToken;
import dev.supie.adapter.in.http.ArchiveDesk;
import dev.supie.adapter.in.http.Desks;
import dev.supie.adapter.in.http.HealthProbe;
import dev.supie.adapter.in.http.HttpRoutes;
import dev.supie.adapter.in.http.HttpSettings;
import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.MetricsPage;
import dev.supie.adapter.in.http.TaskDesk;
import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.in.websocket.WebSocketUpgrade;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.administration.Administration;
import dev.supie.application.administration.AdministrationFeature;
import dev.supie.application.coding.CodingTally;
import dev.supie.application.connection.Connections;
import dev.supie.application.conversation.ConversationFeature;
import dev.supie.application.conversation.Memories;
import dev.supie.application.enrolment.Enrolments;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.PeerTally;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.task.MeetingImport;
import dev.supie.application.task.Tasks;
import dev.supie.application.tool.ToolTally;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.Secret;
import dev.supie.bootstrap.config.ServerConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.reload.ConfigWatches;
import dev.supie.bootstrap.reload.LiveConfig;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// A running server, from the moment both listeners accept until [#stop].
public final class SupieServer {

    private static final System.Logger LOG = System.getLogger(SupieServer.class.getName());

    private final InstantSource time = new SteadyClock();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final PeerTally peerTally = new PeerTally();
    private final CodingTally codingTally = new CodingTally();
    private final ToolTally toolTally = new ToolTally();

    /// What was in force at the start, for what cannot change while the server runs.
    private final SupieConfig config;

    private final ReloadWiring reload;
    private final Opened opened;
    private final TracingWiring tracing;
    private final JooqDatabase database;
    private final SpeechWiring speech;
    private final SpeakingWiring speaking;
    private final Tasks tasks;
    private final Peers peers;
    private final ToolWiring tools;
    private final Connections connections;
    private final Administration administration;
    private final Memories memories;
    private final EnrolmentWiring enrolment;
    private final Enrolments enrolments;
    private final UrlFile urlFile;
    private final AccessWiring access;
    private final ArchiveDesk archive;
    private final ServerMetrics measured;
    private final TlsWiring tls;
    private final Listeners listeners;
    private final WebSocketUpgrade upgrade;
    private final WebhookWiring webhook;
    private final ConfigWatches watches;

    private SupieServer(ConfigResult.Loaded loaded, Optional<Runnable> restart, Opened opened)
            throws StartException {
        this.config = loaded.config();
        this.reload = new ReloadWiring(loaded);
        LiveConfig live = reload.live();
        this.opened = opened;
        // First, so that it is closed last and shows all the others.
        this.tracing = TracingWiring.open(config, opened);
        this.database = opened.add(DatabaseWiring.open(config.data(), time), JooqDatabase::close);
        this.enrolment = EnrolmentWiring.of(config);
        this.urlFile = new UrlFile(config.data().directory());
        // Opened before the work that uses it, so that it is closed after that has ended.
        Background background = new Background();
        LiveSummarizer summarizer =
                opened.add(
                        new LiveSummarizer(live, tracing.models(), time, background),
                        LiveSummarizer::close);
        NoteTakerWiring notes = notes(background);
        opened.add(background, Background::close);
        SystemAlarms alarms = opened.add(new SystemAlarms(time), SystemAlarms::close);
        this.speech = SpeechWiring.open(config.speech(), opened, alarms, time);
        this.speaking = SpeakingWiring.open(config.speaking(), opened, time);
        this.webhook =
                opened.add(
                        new WebhookWiring(
                                config.webhook(), database.outbox(), background, alarms, time),
                        WebhookWiring::close);
        BadgeLinks links = new BadgeLinks(time);
        this.tasks = new TaskWiring(database.tasks(), links, background, alarms, time).tasks(live);
        this.peers = peers(links, background, alarms);
        CodingWiring builds =
                opened.add(
                        new CodingWiring(live, tracing.models(), time, background),
                        CodingWiring::close);
        this.archive = archive(background, alarms);
        this.tools = tools(new ToolWiring.Machinery(links, background, alarms, time));
        ConversationFeature.Both talks = talks(notes, links, background, alarms);
        this.memories = talks.memories();
        CoreWiring wiring =
                new CoreWiring(
                        live,
                        webhook.hearingFrom(database.meetings()),
                        tasks,
                        peers,
                        builds.codings(links, alarms, time, codingTally),
                        talks.conversations(),
                        tools.badgeTools(),
                        reload.control(enrolment.adminToken(), restart, links, background, time),
                        summarizer,
                        speech,
                        links,
                        time,
                        alarms,
                        background);
        CoreWiring.Core core = wiring.core();
        this.connections = core.connections();
        this.administration = AdministrationFeature.create(connections, core.meetings(), peers);
        reload.tell(summarizer.models(), builds.models());
        this.watches = opened.add(reload.watches(alarms, time, background), ConfigWatches::close);
        this.enrolments = enrolment.enrolments(database.devices(), time, connections::dismiss);
        // The real time beside ours: issuers of tokens count by it.
        this.access =
                opened.add(
                        new AccessWiring(config.access(), time, InstantSource.system()),
                        AccessWiring::close);
        this.measured = measured(links.traffic());
        this.tls = TlsWiring.open(config, background, alarms, time);
        this.listeners = opened.add(listeners(), Listeners::stop);
        this.upgrade = badges(links).upgrade(alarms);
    }

    private NoteTakerWiring notes(Background background) {
        NoteTakerWiring notes =
                opened.add(
                        new NoteTakerWiring(reload.live(), tracing.models(), time, background),
                        NoteTakerWiring::close);
        reload.tell(notes.models());
        return notes;
    }

    private Peers peers(BadgeLinks links, Background background, SystemAlarms alarms) {
        StructurerWiring structurer =
                opened.add(
                        new StructurerWiring(reload.live(), tracing.models(), time, background),
                        StructurerWiring::close);
        reload.tell(structurer.models());
        return new PeerWiring(database.peers(), tasks, links, background, alarms, time)
                .peers(reload.live(), structurer::structurer, peerTally);
    }

    private ArchiveDesk archive(Background background, SystemAlarms alarms) {
        return opened.add(
                new ArchiveWiring(database, background, alarms, time)
                        .desk(() -> reload.live().get().meeting().retention()),
                desk -> desk.removals().end());
    }

    private ToolWiring tools(ToolWiring.Machinery machinery) {
        return new ToolWiring(reload.live(), machinery, tasks, peers, archive, toolTally);
    }

    /// What badges talk with.
    private ConversationFeature.Both talks(
            NoteTakerWiring notes, BadgeLinks links, Background background, SystemAlarms alarms) {
        ConversationWiring wiring =
                opened.add(
                        new ConversationWiring(reload.live(), tracing.models(), time, background),
                        ConversationWiring::close);
        reload.tell(wiring.models());
        return wiring.conversations(
                new ConversationWiring.Parts(
                        database.memories(),
                        notes::noteTaker,
                        speaking.mouths(reload.live(), links, background, time),
                        tools.forBadges()),
                links,
                background,
                alarms,
                time);
    }

    private Listeners listeners() {
        return new Listeners(
                config.server(),
                tls.tls(),
                probes(),
                new MetricsPage(measured::all),
                tracing.requests());
    }

    private BadgeWiring badges(BadgeLinks links) {
        return new BadgeWiring(
                config.server().paths(),
                access.gate(enrolment.check(enrolments)),
                connections,
                links,
                time,
                tracing.tracing());
    }

    private ServerMetrics measured(TrafficTally traffic) {
        return new ServerMetrics(
                speech.embedded(),
                speech.tally(),
                webhook::counts,
                tracing.models(),
                new PeerMetrics(peerTally, database.peers()::waiting),
                new CodingMetrics(codingTally),
                new SpeakingMetrics(speaking.tally()),
                new ToolMetrics(toolTally),
                new TrafficMetrics(traffic),
                tracing.metrics(),
                () -> !stopping.get() && database.isHealthy(),
                connections::count);
    }

    /// What `/observe/metrics` shows.
    List<Metric> measured() {
        return measured.all();
    }

    /// A part of some other program, which no badge may end.
    public static SupieServer start(ConfigResult.Loaded config) throws StartException {
        return start(config, Optional.empty());
    }

    /// Opens the store, goes on with what the last process left, and accepts. A start that fails
    /// leaves nothing open, whatever the cause.
    ///
    /// @param restart called when an administrator wants the process to end and to be started again
    ///   (SRV-2); returns at once
    static SupieServer start(ConfigResult.Loaded config, Optional<Runnable> restart)
            throws StartException {
        Opened opened = new Opened();
        boolean started = false;
        try {
            SupieServer server = new SupieServer(config, restart, opened);
            server.listeners.start(server.routes(), server.upgrade);
            server.urlFile.write(server.addresses().local());
            server.archive.removals().keepTidy();
            started = true;
            server.warn();
            // Last and in the background, because badges need not wait for it to connect.
            server.speech.begin();
            server.speaking.begin();
            server.webhook.recover();
            server.watches.begin();
            return server;
        } catch (StoreException failure) {
            throw new StartException("the store cannot be read: " + failure.getMessage(), failure);
        } catch (IllegalArgumentException failure) {
            throw unusable(failure);
        } finally {
            if (!started) {
                opened.close();
            }
        }
    }

    private List<HealthProbe> probes() {
        return Stream.concat(
                        Stream.of(
                                new HealthProbe("store", database::isHealthy),
                                new HealthProbe("accepting", () -> !stopping.get())),
                        Stream.concat(speech.probes().stream(), speaking.probes().stream()))
                .toList();
    }

    /// What works, but perhaps not as its operator believes.
    private void warn() {
        Capacity.ofThisProcess()
                .shortfall(config.server().maxConnections())
                .ifPresent(why -> LOG.log(System.Logger.Level.WARNING, "{0}", why));
        access.warnIfOpen(config.server().ip(), enrolment.approvalNeeded());
        tls.warnUnlessFor(Listeners.address(config.server(), listeners).chosenHost());
    }

    /// An adapter is stricter about a value than the configuration was.
    private static StartException unusable(IllegalArgumentException failure) {
        return new StartException(
                "the configuration cannot be used: " + failure.getMessage(), failure);
    }

    private HttpRoutes routes() {
        ServerConfig server = config.server();
        HttpSettings settings =
                new HttpSettings(
                        server.timezoneOffset(),
                        server.meetingApiToken().map(Secret::reveal).map(AccessToken::new),
                        config.meeting().apiRequestsPerSecond(),
                        Set.copyOf(config.access().allowedOrigins()),
                        TrustedProxies.of(config.access().trustedProxies()));
        return new HttpRoutes(
                settings,
                Listeners.address(server, listeners),
                new Desks(
                        archive,
                        new TaskDesk(tasks, new MeetingImport(archive.archive(), tasks)),
                        tools.desk(new AudioWiring(speech, speaking).desk()),
                        enrolment.desk(enrolments, memories, reload.reloading()),
                        AdminWiring.desk(administration, database, config.data().directory())),
                // Badges set their clocks by it, so it has to be the real one (OTA-1).
                InstantSource.system());
    }

    private ServerAddresses addresses() {
        return new ServerAddresses(config.server(), listeners, tls);
    }

    /// Where badges connect, as a URL of this machine.
    public String deviceUrl() {
        return addresses().device();
    }

    /// Where REST, OTA and health are.
    public String httpUrl() {
        return addresses().http();
    }

    /// Where people of this machine look at it.
    public String consoleUrl() {
        return addresses().console();
    }

    /// CON-6: no newcomers, 1001 to every badge, then listeners, work and store in this order.
    /// Repeating it is harmless.
    public void stop() {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        urlFile.delete();
        new Farewell(connections, peers).take();
        opened.close();
        LOG.log(System.Logger.Level.INFO, "stopped");
    }
}
