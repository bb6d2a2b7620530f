package dev.supie.application.task;

import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;

/// Who asks for something to be done with tasks.
public sealed interface Sender {

    /// A badge on one of its connections, which gets the answers (WF-5).
    record Badge(DeviceId device, SessionId session, Rid rid) implements Sender {

        Viewer viewer() {
            return new Viewer(device, session);
        }
    }

    /// Somebody without a badge, such as a program over HTTP, who is answered by the outcome.
    ///
    /// @param group whose tasks are meant where a request names no group
    /// @param owner of what the visitor creates or claims without naming somebody
    record Visitor(GroupKey group, Owner owner) implements Sender {}
}
