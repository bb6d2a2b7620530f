package dev.supie.planted.adaptersandservices.application;

/// The service behind the port.
public final class MeetingService implements Meetings {}
