package dev.supie.bootstrap.config;

import dev.supie.adapter.out.webhook.TargetHost;

import java.net.URI;

/// The rules between the keys of the webhook (HOOK-1).
final class WebhookChecks {

    /// Shorter ones can be guessed.
    static final int SECRET_CHARS_MIN = 16;

    private static final String MAKE_ONE = "make one with: openssl rand -hex 32";

    private final Values values;

    WebhookChecks(Values values) {
        this.values = values;
    }

    void run(WebhookConfig webhook) {
        if (values.isGiven(WebhookSettings.URL)) {
            webhook.url().ifPresent(url -> checkTarget(url, webhook));
            checkSecret(webhook);
        } else {
            refuseWithoutUrl(webhook);
        }
    }

    private void checkTarget(URI url, WebhookConfig webhook) {
        TargetHost.objection(url.getHost(), webhook.allowPrivate())
                .ifPresent(
                        wrong ->
                                values.refuse(
                                        WebhookSettings.URL,
                                        wrong,
                                        webhook.allowPrivate()
                                                ? "use the address of a machine"
                                                : "use a public one, or set"
                                                        + " meeting.webhook.allow_private"));
        boolean near = TargetHost.objection(url.getHost(), false).isPresent();
        if (url.getScheme().equalsIgnoreCase("http") && !near) {
            values.warn(
                    WebhookSettings.URL,
                    "is not protected on the way, so whoever is on the way can read minutes",
                    "use https");
        }
    }

    private void checkSecret(WebhookConfig webhook) {
        if (!values.isGiven(WebhookSettings.SECRET)) {
            values.warn(
                    WebhookSettings.SECRET,
                    "is missing, so a receiver cannot tell our posts from anybody's",
                    MAKE_ONE);
        } else if (webhook.secret()
                .filter(secret -> secret.reveal().length() < SECRET_CHARS_MIN)
                .isPresent()) {
            values.warn(
                    WebhookSettings.SECRET,
                    "is shorter than " + SECRET_CHARS_MIN + " characters and can be guessed",
                    MAKE_ONE);
        }
    }

    private void refuseWithoutUrl(WebhookConfig webhook) {
        refuse(WebhookSettings.SECRET, values.isGiven(WebhookSettings.SECRET));
        refuse(WebhookSettings.HEADERS, !webhook.headers().isEmpty());
        refuse(WebhookSettings.ALLOW_PRIVATE, webhook.allowPrivate());
    }

    private void refuse(Setting<?> setting, boolean hasValue) {
        if (hasValue) {
            values.refuse(
                    setting,
                    "has no effect without meeting.webhook.url",
                    "set meeting.webhook.url or remove it");
        }
    }
}
