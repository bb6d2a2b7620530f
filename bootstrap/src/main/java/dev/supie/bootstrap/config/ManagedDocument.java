package dev.supie.bootstrap.config;

import java.net.URI;
import java.util.Optional;

/// A configuration as a management server handed it out. It may hold secrets, so it does not show
/// itself.
///
/// @param url where it was fetched
/// @param text YAML, if all is well
/// @param tag by which the server tells whether it is still the same; not every server has one
/// @param copy whether this is the last good one of a former time, because there is none fresher
public record ManagedDocument(URI url, String text, Optional<String> tag, boolean copy) {

    boolean isFrom(ManagementAddress address) {
        return url.equals(address.url());
    }

    /// True if fetching `other` in place of this one brought nothing.
    boolean saysTheSameAs(ManagedDocument other) {
        return copy == other.copy && url.equals(other.url) && text.equals(other.text);
    }

    @Override
    public String toString() {
        return "ManagedDocument[" + url + ", " + text.length() + " characters]";
    }
}
