package dev.supie.application.fake;

import dev.supie.application.contract.WebhookContract;
import dev.supie.application.webhook.port.Webhook;

/// The fake keeps the contract.
class ScriptedWebhookTest extends WebhookContract {

    private final ScriptedWebhook receiver = new ScriptedWebhook();

    @Override
    protected Webhook webhook() {
        return receiver;
    }

    @Override
    protected void receiverTakes(boolean everything) {
        receiver.down(!everything);
    }

    @Override
    protected int posts() {
        return receiver.posted().size();
    }
}
