package dev.supie.bootstrap.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One thing that happens in a golden conversation.
///
/// The notation, line by line; a badge other than the only one has its name before the mark, as in
/// `old> {…}`:
///
/// - `# words` is prose for people; the first line names the rules that are shown.
/// - `= key: value` sets a configuration key before anything happens.
/// - `> {…}` the badge sends this text, exactly; `> audio 120` sends a binary message of 120 bytes.
/// - `> voice some words` are packets that sound like them, 60 ms each; `> quiet 2s` are packets
///   without a voice.
/// - `> GET /path` asks over HTTP; lines `> Name: value` and `> body` may follow directly.
/// - `< {…}` the badge is sent this text, to the letter. After an HTTP request come the status with
///   the reason and content type, headers that must be there, and the body.
/// - `< close 4009 idle` the server closes with this code and reason; `< cut` it cuts TCP.
/// - `> 3 x {…}` and `< 3 x {…}` stand for three such lines.
/// - `@ 5s` time passes (`ms`, `s`, `m`, `h`).
/// - `! connect /path?query Name: value` opens a WebSocket; `! drop` pulls the cable; `! bye`
///   closes with 1000; `! silent` stops answering pings; `! restart` kills the server and starts it
///   anew; `! drain` is SIGTERM. `! model is office` configures a model of that name; it `! model
///   fails: why` from now on, or `! model hangs` in its next call until `! model answers`. `! store
///   fails` at the next write. `! calls self_reboot {…}`: a model calls a tool of this badge, and
///   `model< …` is what it is told. `! recognizer fails`, or `! recognizer hangs`, with what is
///   said next; `! recognizer is missing` from now on; `! recognizer guesses` while somebody
///   speaks.
///
/// - `! chat says A|B` is the next answer of the model that talks, in these pieces; `! chat begins
///   A` the beginning of one, which may then be told `! chat breaks off`; `! chat fails` instead.
///
/// WebSocket pings and pongs are not shown. Nothing may be sent that is not shown, and everything
/// shown must be sent before the next line that is not `<`.
sealed interface Step {

    /// Where it stands in the file, from 1.
    int line();

    /// A badge says something.
    record Say(int line, String badge, String text) implements Step {}

    /// An audio packet.
    record Audio(int line, String badge, int bytes) implements Step {}

    /// A plain HTTP request.
    record Ask(int line, String method, String path, Map<String, String> headers, List<String> body)
            implements Step {}

    /// Somebody speaks into the badge, one letter a packet and a packet each 60 ms.
    record Voice(int line, String badge, String words) implements Step {}

    /// Nobody speaks into the badge, and its packets say so.
    record Quiet(int line, String badge, Duration time) implements Step {}

    /// What must arrive.
    record Hear(int line, String badge, String text) implements Step {}

    /// Time passes.
    record Pass(int line, Duration time) implements Step {}

    /// Something happens to a badge or to the server.
    record Event(int line, String badge, String what) implements Step {}
}
