package dev.supie.adapter.out.service;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;

/// Takes a reply while it comes. Called by one thread at a time, but for [#failed], which may come
/// in the midst of another call; no call may wait. A reply that is a success [#begins], has [#more]
/// any number of times, and is [#over]; one that is not is [#refused]. At any moment instead it may
/// have [#failed], after which there is nothing.
public interface StreamReceiver {

    void begins(HttpHeaders headers);

    void more(ByteBuffer bytes);

    void over();

    /// Any status but success.
    void refused(ServiceReply reply);

    void failed(CallFailure failure);
}
