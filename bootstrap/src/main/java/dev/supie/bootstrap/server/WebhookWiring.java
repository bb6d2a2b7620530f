package dev.supie.bootstrap.server;

import dev.supie.adapter.out.webhook.ExtraHeader;
import dev.supie.adapter.out.webhook.HttpWebhook;
import dev.supie.adapter.out.webhook.SigningKey;
import dev.supie.adapter.out.webhook.WebhookSettings;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.webhook.WebhookCounts;
import dev.supie.application.webhook.WebhookFeature;
import dev.supie.application.webhook.Webhooks;
import dev.supie.application.webhook.port.Outbox;
import dev.supie.bootstrap.config.Secret;
import dev.supie.bootstrap.config.WebhookConfig;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Puts the webhook together (HOOK-1), if one is configured.
final class WebhookWiring implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WebhookWiring.class.getName());

    /// How long posts under way are waited for at the end (CON-6). One that is cut off is posted
    /// again by the next process.
    private static final Duration DRAIN_MAX = Duration.ofSeconds(2);

    private final Optional<Webhooks> webhooks;

    /// @param time the steady one; what is posted is signed by the real time
    WebhookWiring(
            WebhookConfig config,
            Outbox outbox,
            Background background,
            Alarms alarms,
            InstantSource time) {
        this.webhooks =
                config.url()
                        .map(url -> settings(url, config))
                        .map(
                                settings ->
                                        new WebhookFeature.Ports(
                                                outbox,
                                                HttpWebhook.open(settings, InstantSource.system()),
                                                background,
                                                alarms,
                                                time,
                                                () -> ThreadLocalRandom.current().nextDouble()))
                        .map(WebhookFeature::create);
    }

    private static WebhookSettings settings(URI url, WebhookConfig config) {
        List<ExtraHeader> headers =
                config.headers().entrySet().stream()
                        .map(each -> new ExtraHeader(each.getKey(), each.getValue().reveal()))
                        .toList();
        return new WebhookSettings(
                url,
                config.secret().map(Secret::reveal).map(SigningKey::new),
                headers,
                config.allowPrivate());
    }

    /// The same meetings, told to the webhook, or to nobody.
    MeetingStore hearingFrom(MeetingStore meetings) {
        return webhooks.map(webhook -> webhook.hearingFrom(meetings))
                .orElseGet(() -> WebhookFeature.nobodyHears(meetings));
    }

    /// Nothing without a webhook.
    Optional<WebhookCounts> counts() {
        return webhooks.map(Webhooks::counts);
    }

    /// Goes on with what the last process left.
    void recover() {
        webhooks.ifPresent(Webhooks::recover);
    }

    @Override
    public void close() {
        webhooks.ifPresent(WebhookWiring::drain);
    }

    private static void drain(Webhooks webhooks) {
        try {
            webhooks.drain().get(DRAIN_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.log(System.Logger.Level.INFO, "a post of the webhook is left to the next start");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            LOG.log(System.Logger.Level.ERROR, "draining the webhook failed", failure);
        }
    }
}
