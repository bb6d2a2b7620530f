package dev.supie.application.simulation;

import dev.supie.application.task.Sender;
import dev.supie.application.task.TaskFilter;
import dev.supie.application.task.TaskRequest;
import dev.supie.application.task.Tasks;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Owner;

import java.util.List;

/// Tasks beside which somebody stands who may look at every call.
class TasksBeside implements Tasks {

    private final Tasks tasks;

    TasksBeside(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void arrived(DeviceId device, SessionId session) {
        tasks.arrived(device, session);
    }

    @Override
    public void returned(DeviceId device, SessionId session) {
        tasks.returned(device, session);
    }

    @Override
    public void left(DeviceId device, SessionId session) {
        tasks.left(device, session);
    }

    @Override
    public void remind(DeviceId device, SessionId session) {
        tasks.remind(device, session);
    }

    @Override
    public Outcome pull(Sender.Badge from) {
        return tasks.pull(from);
    }

    @Override
    public Outcome ask(Sender from, TaskRequest request) {
        return tasks.ask(from, request);
    }

    @Override
    public List<ListedTask> list(GroupKey group, TaskFilter filter) {
        return tasks.list(group, filter);
    }

    @Override
    public GroupKey groupOf(DeviceId device) {
        return tasks.groupOf(device);
    }

    @Override
    public Owner ownerOf(DeviceId device) {
        return tasks.ownerOf(device);
    }
}
