package dev.supie.planted.portdependencies.application.meeting.port;

/// A port in the JDK's words.
public interface Innocent {

    void save(String text);
}
