package dev.supie.application.coding;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.coding.Advice;
import dev.supie.domain.coding.Insight;
import dev.supie.domain.coding.PipeName;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Tells what came of the builds of one connection: to itself, to the badge that it is the pipe of,
/// to its group (COD-5). A badge gets each piece once.
///
/// @param onlookers those who may be shown it
record BuildNews(DeviceId sender, SessionId session, CodingFeature.Ports ports, Onlookers onlookers)
        implements BuildListener {

    private static final System.Logger LOG = System.getLogger(BuildNews.class.getName());

    @Override
    public void insight(Insight insight) {
        tell(insight, false);
    }

    @Override
    public void summary(Insight insight) {
        tell(insight, true);
    }

    private void tell(Insight insight, boolean last) {
        ports.link().send(session, new BadgeMessage.BuildAdvice(insight, last, Optional.empty()));
        Set<SessionId> others = others();
        if (!others.isEmpty()) {
            BadgeLink.Prepared shared =
                    ports.link()
                            .prepared(
                                    new BadgeMessage.BuildAdvice(
                                            insight, last, Optional.of(sender)));
            others.forEach(shared::sendTo);
        }
    }

    private Set<SessionId> others() {
        Set<SessionId> others = new LinkedHashSet<>();
        Optional<DeviceId> badge = PipeName.badgeOf(sender);
        badge.flatMap(onlookers::find).ifPresent(others::add);
        BuildSharing sharing = ports.sharing().get();
        if (sharing.broadcast()) {
            others.addAll(onlookers.of(sharing.groupOf().apply(badge.orElse(sender))));
        }
        others.remove(session);
        return others;
    }

    /// The line that COD-5 asks for. It shows nothing of the build.
    @Override
    public void analysed(boolean last, Insight insight, Duration elapsed) {
        Advice advice = insight.advice();
        ports.tally().analysed(last, insight, elapsed);
        LOG.log(
                System.Logger.Level.INFO,
                "[Coding Insight] final={0} insights={1} risks={2} actions={3} nextSteps={4}"
                        + " jsonSHA={5} elapsedMs={6} device={7} session={8} provider={9}",
                last,
                advice.insights().size(),
                advice.risks().size(),
                advice.actions().size(),
                advice.nextSteps().size(),
                ports.fingerprint().of(insight),
                Long.toString(elapsed.toMillis()),
                sender,
                session,
                insight.provider());
    }
}
