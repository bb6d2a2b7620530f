package dev.supie.adapter.in.http;

import dev.supie.application.task.MeetingImport;
import dev.supie.application.task.Tasks;

/// What people ask for the tasks of groups. All of it is asked from request threads, many at once.
public record TaskDesk(Tasks tasks, MeetingImport imports) {}
