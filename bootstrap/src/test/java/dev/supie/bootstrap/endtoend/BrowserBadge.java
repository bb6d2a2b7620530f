package dev.supie.bootstrap.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/// A badge on the page `/console/badge`, used as its wearer does.
record BrowserBadge(Locator root) {

    void awaitState(String state) {
        root.locator(".state[data-state=" + state + "]").waitFor();
    }

    String device() {
        return root.locator(".name").innerText();
    }

    void mode(String mode) {
        Locator button = root.locator("button[data-mode=" + mode + "]");
        button.click();
        root.locator("button[data-mode=" + mode + "][aria-pressed=true]").waitFor();
    }

    void show(String panel) {
        root.locator("button[data-panel=" + panel + "]").click();
    }

    void type(String words) {
        root.locator("input.words").fill(words);
        root.locator("input.words").press("Enter");
    }

    void finish() {
        root.locator(".finalize").click();
    }

    void write(String to, String text) {
        unfold("Write to another badge", "form.letter");
        root.locator("input.to").fill(to);
        root.locator("input.text").fill(text);
        root.locator("form.letter button[type=submit]").click();
    }

    void disconnect() {
        unfold("Connection", "form.place");
        root.locator("button.disconnect").click();
        awaitState("away");
    }

    void connect() {
        unfold("Connection", "form.place");
        root.locator("form.place button[type=submit]").click();
        awaitState("open");
    }

    void unfold(String summary, String inside) {
        if (!root.locator(inside).isVisible()) {
            root.locator("summary", new Locator.LocatorOptions().setHasText(summary)).click();
        }
    }

    /// Waits until it is on the screen.
    void awaitShown(String text) {
        PlaywrightAssertions.assertThat(root.locator(".content")).containsText(text);
    }

    void awaitNotice(String text) {
        PlaywrightAssertions.assertThat(root.locator(".notice")).containsText(text);
    }

    String screen() {
        return root.locator(".content").innerText();
    }
}
